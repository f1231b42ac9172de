// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// What people do with the photos that they have selected.
ActsCase {
    id: testCase

    function test_tagsByKeyboard() {
        testCase.open(3);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_T);
        tryVerify(() => testCase.find(testCase.whole, "Add a tag")?.activeFocus ?? false);
        testCase.type("sea");
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.find(testCase.whole, "Remove sea") !== null);
        testCase.type("blue");
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.tagged("sea") === 3 && testCase.tagged("blue") === 3);
        testCase.rest();
        UndoStack.undo();
        tryVerify(() => testCase.tagged("sea") === 0 && testCase.tagged("blue") === 0);
        testCase.rest();
        // The letters were no keys of the page.
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE is_favorite OR turn > 0"), 0);
        verify(testCase.grid.activeFocus);
    }

    function test_tagsThatOnlySomeHave() {
        testCase.open(2);
        ImageActs.changeTags(testCase.photos.idOf(0), ["sea"], []);
        tryVerify(() => testCase.tagged("sea") === 1);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_T);
        tryVerify(() => testCase.find(testCase.whole, "sea") !== null);
        testCase.find(testCase.whole, "sea").forceActiveFocus();
        keyClick(Qt.Key_Space);
        testCase.find(testCase.whole, "Add a tag").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.tagged("sea") === 2);
        testCase.rest();
    }

    function test_aPropertyOfMany() {
        testCase.open(3);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_P);
        tryVerify(() => testCase.find(testCase.whole, "Property")?.activeFocus ?? false);
        testCase.type("rating");
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.find(testCase.whole, "Value")?.activeFocus ?? false);
        testCase.type("7");
        keyClick(Qt.Key_Return);
        // It is said where it stands, and nothing is done.
        tryVerify(() => testCase.texts(testCase.whole).some(text => text.includes("from 0 to 5")));
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE rating IS NOT NULL"), 0);
        keyClick(Qt.Key_Backspace);
        testCase.type("4.5");
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE rating = 4.5") === 3);
        testCase.rest();
        UndoStack.undo();
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE rating IS NULL") === 3);
        testCase.rest();
    }

    function test_theSelectionIsInverted() {
        testCase.open(5);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_I, Qt.ControlModifier);
        compare(testCase.grid.selection.count, 4);
        keyClick(Qt.Key_I, Qt.ControlModifier);
        compare(testCase.grid.selection.rows(), [0]);
    }

    function test_copying() {
        testCase.open(2);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_C, Qt.ControlModifier);
        tryVerify(() => testCase.said.includes("1 photo copied") || testCase.said.includes("1 photo(s) copied"));
    }

    function test_exporting() {
        testCase.open(2);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_E, Qt.ControlModifier);
        tryVerify(() => testCase.find(testCase.whole, "Folder")?.activeFocus ?? false);
        const field = testCase.find(testCase.whole, "Folder");
        field.text = testCase.photos.folder() + "/exported";
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.said.some(text => text.startsWith("2 ") && text.includes("exported")));
        compare(testCase.photos.filesIn("exported"), 2);
        testCase.rest();
    }

    function test_whatIsSelectedIsDraggedOut() {
        testCase.open(3);
        const alone = testCase.grid;
        dragged.target = alone;
        dragged.clear();
        alone.selection.select(0);
        const cell = alone.rectOf(0);
        const from = Qt.point(cell.x + cell.width / 2, cell.y + cell.height / 2);
        mousePress(alone, from.x, from.y);
        mouseMove(alone, from.x + 30, from.y);
        mouseMove(alone, from.x + 60, from.y);
        compare(dragged.count, 1);
        mouseRelease(alone, from.x + 60, from.y);
        compare(alone.selection.rows(), [0]);
        // What is not selected is not dragged: that is a rubber band.
        const other = alone.rectOf(1);
        mousePress(alone, other.x + 80, other.y + 80);
        mouseMove(alone, other.x + 120, other.y + 120);
        mouseRelease(alone, other.x + 120, other.y + 120);
        compare(dragged.count, 1);
        compare(alone.selection.rows(), [1]);
    }

    function test_twoAreCompared() {
        testCase.open(3);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_C);
        compare(testCase.compared.length, 0);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        keyClick(Qt.Key_C);
        compare(testCase.compared, [[0, 1]]);
    }

    function test_dialogsHaveRoom_data() {
        const rows = [];
        for (const key of ["T", "P", "E"]) {
            for (const scale of [1, 2])
                rows.push({
                        "tag": key + ", " + scale + " times",
                        "key": key,
                        "scale": scale
                    });
        }
        return rows;
    }

    function test_dialogsHaveRoom(row) {
        testCase.place.width = 480;
        Preferences.textScale = row.scale;
        Surroundings.longTexts = true;
        testCase.open(2);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(row.key, row.key === "E" ? Qt.ControlModifier : Qt.NoModifier);
        tryVerify(() => testCase.place.Window.window.activeFocusItem !== testCase.grid);
        waitForRendering(testCase.page);
        compare(Surroundings.lowTargets(testCase.whole, 28 * row.scale), []);
        keyClick(Qt.Key_Escape);
        tryCompare(testCase.grid, "activeFocus", true);
    }

    SignalSpy {
        id: dragged

        signalName: "draggedOut"
    }
}
