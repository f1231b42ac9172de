// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

GridCase {
    id: testCase

    function test_mouseSelects() {
        testCase.open(100);
        testCase.click(5);
        compare(testCase.selected(), [5]);
        testCase.click(7, Qt.ControlModifier);
        compare(testCase.selected(), [5, 7]);
        testCase.click(7, Qt.ControlModifier);
        testCase.click(5);
        testCase.click(9, Qt.ShiftModifier);
        compare(testCase.selected(), [5, 6, 7, 8, 9]);
        testCase.click(2);
        compare(testCase.selected(), [2]);
    }

    function test_markToggles() {
        testCase.open(100);
        testCase.click(5);
        const rect = testCase.made.grid.rectOf(8);
        mouseClick(testCase.made.grid, rect.x + 12, rect.y + 12);
        compare(testCase.selected(), [5, 8]);
        mouseClick(testCase.made.grid, rect.x + 12, rect.y + 12);
        compare(testCase.selected(), [5]);
    }

    function test_rubberBand() {
        testCase.open(100);
        const from = testCase.placeOf(1);
        const to = testCase.placeOf(6);
        mouseDrag(testCase.made.grid, from.x, from.y, to.x - from.x, to.y - from.y);
        compare(testCase.selected(), [1, 2, 5, 6]);
        const other = testCase.placeOf(8);
        mouseDrag(testCase.made.grid, other.x, other.y, 20, 20, Qt.LeftButton, Qt.ControlModifier);
        compare(testCase.selected(), [1, 2, 5, 6, 8]);
        // It neither scrolled nor counted as a click.
        compare(testCase.made.grid.contentY, 0);
    }

    function test_menu() {
        testCase.open(100);
        menu.target = testCase.made.grid;
        menu.clear();
        testCase.click(5);
        testCase.click(6, Qt.NoModifier, Qt.RightButton);
        compare(testCase.selected(), [6]);
        compare(menu.signalArguments[0][0], 6);
        testCase.click(7, Qt.ControlModifier);
        testCase.click(6, Qt.NoModifier, Qt.RightButton);
        compare(testCase.selected(), [6, 7]);
        keyClick(Qt.Key_Menu);
        compare(menu.count, 3);
        compare(menu.signalArguments[2][0], 7);
    }

    function test_sectionMark() {
        testCase.open(100);
        const box = findChild(testCase.made.grid, "section 0");
        mouseMove(testCase.made.grid, 40, 20);
        mouseClick(box);
        compare(testCase.selected().length, 31);
        compare(box.checkState, Qt.Checked);
        testCase.click(3, Qt.ControlModifier);
        compare(box.checkState, Qt.PartiallyChecked);
        mouseClick(box);
        compare(testCase.selected().length, 31);
        testCase.made.selection.toggle(50);
        mouseClick(box);
        compare(testCase.selected(), [50]);
    }

    function test_wheel() {
        testCase.open(1000);
        const grid = testCase.made.grid;
        mouseWheel(grid, 200, 200, 0, -120);
        tryVerify(() => grid.contentY > 0);
        mouseWheel(grid, 200, 200, 0, 1200);
        tryCompare(grid, "contentY", 0);
    }

    name: "GridMouse"

    SignalSpy {
        id: menu

        signalName: "contextMenuRequested"
    }
}
