// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Tests
import Kinframe.Theme
import Kinframe.Ui

/// Four columns of 31 photos a day.
ControlsCase {
    id: testCase

    property var made: null

    function open(amount: int) {
        testCase.made = make(pageComponent, {
                "amount": amount
            });
        testCase.made.grid.forceActiveFocus(Qt.TabFocusReason);
        compare(testCase.made.grid.columns, 4);
    }

    /// The middle of a cell, in the grid.
    function placeOf(row: int): point {
        const rect = testCase.made.grid.rectOf(row);
        return Qt.point(rect.x + rect.width / 2, rect.y + rect.height / 2);
    }

    function click(row: int, modifiers: int, button: int) {
        const place = testCase.placeOf(row);
        mouseClick(testCase.made.grid, place.x, place.y, button || Qt.LeftButton, modifiers || Qt.NoModifier);
    }

    function selected(): var {
        return testCase.made.selection.rows();
    }

    function cells(): var {
        const found = [];
        const walk = item => {
            if (item.itemIndex !== undefined && item.visible)
                found.push(item);
            else
                Array.from(item.children).forEach(walk);
        };
        walk(testCase.made.grid);
        return found;
    }

    function test_onlyWhatIsSeenExists() {
        testCase.open(100000);
        verify(testCase.cells().length < 60, testCase.cells().length);
        testCase.made.grid.positionAt(50000);
        verify(testCase.cells().some(cell => cell.itemIndex === 50000));
        verify(testCase.cells().length < 60, testCase.cells().length);
    }

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

    function test_wheel() {
        testCase.open(1000);
        const grid = testCase.made.grid;
        mouseWheel(grid, 200, 200, 0, -120);
        tryVerify(() => grid.contentY > 0);
        mouseWheel(grid, 200, 200, 0, 1200);
        tryCompare(grid, "contentY", 0);
    }

    function test_empty() {
        testCase.made = make(pageComponent, {
                "amount": 0
            });
        testCase.made.grid.forceActiveFocus();
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(testCase.cells().length, 0);
        testCase.made.model.amount = 5;
        tryVerify(() => testCase.cells().length === 5);
    }

    name: "PictureGrid"

    SignalSpy {
        id: opened

        signalName: "opened"
    }

    SignalSpy {
        id: menu

        signalName: "contextMenuRequested"
    }

    Component {
        id: pageComponent

        Item {
            id: page

            property int amount: 0
            readonly property alias grid: grid
            readonly property alias selection: chosen
            readonly property alias model: photos

            width: 700
            height: 500

            MadePhotos {
                id: photos

                perDay: 31
                amount: page.amount
            }

            Selection {
                id: chosen

                model: photos
            }

            PictureGrid {
                id: grid

                anchors.fill: parent
                model: photos
                selection: chosen

                delegate: GridCell {
                    id: photo

                    required property string assetId
                    required property string name

                    Accessible.name: name

                    Picture {
                        anchors.fill: parent
                        source: "image://library/thumb/" + photo.assetId
                    }
                }
            }
        }
    }
}
