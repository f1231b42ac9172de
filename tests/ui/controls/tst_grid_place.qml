// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

GridCase {
    id: testCase

    function test_onlyWhatIsSeenExists() {
        testCase.open(100000);
        verify(testCase.cells().length < 60, testCase.cells().length);
        testCase.made.grid.positionAt(50000);
        verify(testCase.cells().some(cell => cell.itemIndex === 50000));
        verify(testCase.cells().length < 60, testCase.cells().length);
    }

    // What a person looks at stays where it is on the screen.
    function test_staysInPlace() {
        testCase.open(1000);
        const grid = testCase.made.grid;
        const model = testCase.made.model;
        grid.positionAt(500);
        const key = model.keyOf(500);
        const before = grid.rectOf(500).y;
        verify(grid.contentY > 0);
        model.addOnTop(31);
        compare(model.keyOf(531), key);
        fuzzyCompare(grid.rectOf(531).y, before, 1);
        compare(grid.current, 531);
        model.removeRow(0);
        // A row that moved to another place of its line cannot keep both; its height is what counts.
        fuzzyCompare(grid.rectOf(530).y, before, grid.rectOf(530).height + Theme.gridGap);
    }

    function test_staysInPlaceAtTheEnd() {
        testCase.open(1000);
        const grid = testCase.made.grid;
        keyClick(Qt.Key_End);
        mouseWheel(grid, 200, 200, 0, -1200);
        const before = grid.rectOf(999).y;
        testCase.made.model.addOnTop(31);
        compare(grid.rectOf(1030).y, before);
    }

    function test_empty() {
        testCase.made = make(testCase.page, {
                "amount": 0
            });
        testCase.made.grid.forceActiveFocus();
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(testCase.cells().length, 0);
        testCase.made.model.amount = 5;
        tryVerify(() => testCase.cells().length === 5);
    }

    name: "GridPlace"
}
