// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A grid whose lines fill the width with photos of all shapes, and the dates beside its scroll bar.
GridCase {
    id: testCase

    function open(amount: int) {
        testCase.made = make(testCase.page, {
                "amount": amount
            });
        testCase.made.grid.isJustified = true;
        testCase.made.grid.forceActiveFocus(Qt.TabFocusReason);
    }

    function rightOf(row: int): real {
        const rect = testCase.made.grid.rectOf(row);
        return rect.x + rect.width;
    }

    function scrubber(): var {
        return testCase.made.grid.scrubber;
    }

    function test_cellsAreWhereTheLayoutSays() {
        testCase.open(200);
        const grid = testCase.made.grid;
        verify(testCase.cells().length > 10);
        for (const cell of testCase.cells()) {
            const rect = grid.rectOf(cell.itemIndex);
            compare(cell.width, rect.width);
            compare(cell.height, rect.height);
            compare(cell.mapToItem(grid, 0, 0).x, rect.x);
            compare(cell.mapToItem(grid, 0, 0).y, rect.y);
        }
        // The first line is full.
        let row = 0;
        while (grid.rectOf(row + 1).y === grid.rectOf(0).y)
            ++row;
        compare(testCase.rightOf(row), grid.width - grid.margin);
    }

    function test_arrowsGoToWhatOneSees() {
        testCase.open(200);
        const grid = testCase.made.grid;
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        const start = grid.rectOf(1);
        const middle = start.x + start.width / 2;
        for (let i = 0; i < 4; ++i) {
            keyClick(Qt.Key_Down);
            const rect = grid.rectOf(grid.current);
            verify(rect.x <= middle && middle <= rect.x + rect.width, i);
        }
        verify(grid.current > 8);
        for (let i = 0; i < 4; ++i)
            keyClick(Qt.Key_Up);
        compare(grid.current, 1);
        keyClick(Qt.Key_Down, Qt.ShiftModifier);
        const last = grid.current;
        compare(testCase.selected().length, last);
        compare(testCase.selected()[0], 1);
    }

    function test_rubberBand() {
        testCase.open(200);
        const grid = testCase.made.grid;
        const from = testCase.placeOf(1);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Down);
        const below = grid.current;
        const to = testCase.placeOf(below);
        mouseDrag(grid, from.x, from.y, to.x - from.x, to.y - from.y);
        verify(testCase.selected().includes(1) && testCase.selected().includes(below));
        verify(!testCase.selected().includes(below + 3));
    }

    function test_theMiddleStays() {
        testCase.open(5000);
        const grid = testCase.made.grid;
        grid.positionAt(2500);
        const middle = () => grid.rectOf(2500).y + grid.rectOf(2500).height / 2;
        const before = middle();
        grid.cell = 90;
        fuzzyCompare(middle(), before, 1);
        grid.isJustified = false;
        fuzzyCompare(middle(), before, 1);
        testCase.made.width = 500;
        fuzzyCompare(middle(), before, 1);
        testCase.made.width = 700;
        grid.isJustified = true;
        grid.cell = 160;
        fuzzyCompare(middle(), before, 1);
    }

    // Further down than drawing knows single pixels.
    function test_farDown() {
        testCase.open(0);
        testCase.made.model.perDay = 1000000;
        testCase.made.model.amount = 1000000;
        const grid = testCase.made.grid;
        testCase.made.width = 300;
        grid.cell = 280;
        grid.positionAt(999990);
        verify(grid.contentY > 50000000);
        const cell = testCase.cells().find(each => each.itemIndex === 999990);
        verify(Math.abs(cell.y) < 2000000);
        compare(cell.mapToItem(grid, 0, 0).y, grid.rectOf(999990).y);
        testCase.click(999990);
        compare(testCase.selected(), [999990]);
    }

    function test_months() {
        testCase.open(31 * 400);
        const grid = testCase.made.grid;
        grid.goByMonths(1);
        // The fourteenth of March is the newest day, so that February begins after fourteen days.
        compare(grid.current, 14 * 31);
        compare(grid.scrubber.bubble, "February 2026");
        grid.goByMonths(1);
        compare(grid.scrubber.bubble, "January 2026");
        grid.goByMonths(-1);
        compare(grid.current, 14 * 31);
        grid.goByMonths(-1);
        compare(grid.current, 0);
        compare(grid.contentY, 0);
        tryCompare(grid.scrubber, "bubble", "", 3000);
    }

    function test_dragging() {
        testCase.open(31 * 4000);
        const grid = testCase.made.grid;
        const bar = grid.scrubber;
        compare(bar.bubble, "");
        const thumb = bar.visualSize * bar.height / 2;
        mousePress(bar, bar.width / 2, thumb);
        mouseMove(bar, bar.width / 2, thumb + 20);
        mouseMove(bar, bar.width / 2, bar.height / 2);
        verify(grid.contentY > 100000);
        verify(/^[A-Z][a-z]+ 20[0-9][0-9]$/.test(bar.bubble), bar.bubble);
        verify(bar.dates.marks.length > 20);
        tryCompare(findChild(bar, "years"), "opacity", 1);
        mouseRelease(bar, bar.width / 2, bar.height / 2);
        compare(bar.bubble, "");
    }

    // What is dragged is as high as the bar at first, and must not be taken to stay so.
    function test_yearsWhenThePageGrows() {
        testCase.open(31 * 4000);
        const bar = testCase.made.grid.scrubber;
        testCase.made.height = 20;
        compare(bar.dates.marks.length, 0);
        testCase.made.height = 600;
        verify(bar.dates.thumb < 100, bar.dates.thumb);
        verify(bar.dates.marks.length > 20);
        testCase.made.height = 500;
    }

    name: "GridShapes"
}
