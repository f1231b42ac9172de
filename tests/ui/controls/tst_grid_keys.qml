// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

GridCase {
    id: testCase

    function test_arrows() {
        testCase.open(100);
        const grid = testCase.made.grid;
        keyClick(Qt.Key_Right);
        compare(grid.current, 0);
        compare(testCase.selected(), [0]);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Down);
        compare(grid.current, 5);
        compare(testCase.selected(), [5]);
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Left);
        keyClick(Qt.Key_Left);
        compare(grid.current, 0);
        keyClick(Qt.Key_End);
        compare(grid.current, 99);
        verify(grid.contentY > 0);
        keyClick(Qt.Key_PageUp);
        verify(grid.current < 99 && grid.current > 50, grid.current);
        keyClick(Qt.Key_Home);
        compare(grid.current, 0);
        compare(grid.contentY, 0);
        keyClick(Qt.Key_PageDown);
        verify(grid.current > 4);
    }

    function test_shiftExtendsAndControlMoves() {
        testCase.open(100);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        keyClick(Qt.Key_Down, Qt.ShiftModifier);
        compare(testCase.selected(), [0, 1, 2, 3, 4, 5]);
        keyClick(Qt.Key_Left, Qt.ShiftModifier);
        compare(testCase.selected(), [0, 1, 2, 3, 4]);
        keyClick(Qt.Key_Down, Qt.ControlModifier);
        compare(testCase.made.grid.current, 8);
        compare(testCase.selected().length, 5);
        keyClick(Qt.Key_Space);
        compare(testCase.selected(), [0, 1, 2, 3, 4, 8]);
        keyClick(Qt.Key_Space);
        compare(testCase.selected().length, 5);
    }

    function test_all() {
        testCase.open(100);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        compare(testCase.selected().length, 100);
        keyClick(Qt.Key_I, Qt.ControlModifier);
        compare(testCase.selected().length, 0);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_I, Qt.ControlModifier);
        compare(testCase.selected().length, 99);
        keyClick(Qt.Key_Escape);
        compare(testCase.selected().length, 0);
    }

    function test_opens() {
        testCase.open(100);
        opened.target = testCase.made.grid;
        opened.clear();
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(opened.count, 1);
        compare(opened.signalArguments[0][0], 0);
        const place = testCase.placeOf(6);
        mouseDoubleClickSequence(testCase.made.grid, place.x, place.y);
        compare(opened.count, 2);
        compare(opened.signalArguments[1][0], 6);
    }

    name: "GridKeys"

    SignalSpy {
        id: opened

        signalName: "opened"
    }
}
