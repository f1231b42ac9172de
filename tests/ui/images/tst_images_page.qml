// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Shell
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// The page of all photos.
ImagesCase {
    id: testCase

    property Item page: null
    property PictureGrid grid: null

    function open(photos: int) {
        testCase.photos.addPhotos(photos);
        testCase.page = make(pageComponent, {});
        testCase.grid = findChild(testCase.page, "photos") as PictureGrid;
        tryCompare(testCase.grid, "total", photos);
        testCase.page.forceActiveFocus();
        waitForRendering(testCase.page);
    }

    function test_nothingYet() {
        testCase.open(0);
        tryVerify(() => testCase.find(testCase.page, "No photos yet") !== null);
        let asked = 0;
        const count = () => ++asked;
        Navigator.addRequested.connect(count);
        mouseClick(testCase.find(testCase.page, "Add photos"));
        Navigator.addRequested.disconnect(count);
        compare(asked, 1);
        // What is imported shows by itself.
        testCase.photos.addPhotos(2);
        tryCompare(testCase.grid, "total", 2);
        tryVerify(() => testCase.find(testCase.page, "No photos yet") === null);
    }

    function test_opensWithTheKeyboard() {
        testCase.open(12);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(testCase.viewed.length, 1);
        Navigator.viewerClosed(testCase.grid.model, 7);
        compare(testCase.grid.current, 7);
    }

    function test_trashAndUndo() {
        testCase.open(6);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        compare(testCase.grid.selection.count, 6);
        tryVerify(() => testCase.find(testCase.page, "6 selected") !== null);
        keyClick(Qt.Key_Delete);
        tryCompare(testCase.grid, "total", 0);
        verify(testCase.grid.selection.isEmpty);
        UndoStack.undo();
        tryCompare(testCase.grid, "total", 6);
    }

    function test_favouriteRatingAndTurn() {
        testCase.open(3);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_L);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE is_favorite = 1") === 1);
        keyClick(Qt.Key_4);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE rating = 4") === 1);
        keyClick(Qt.Key_R);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE turn = 1") === 1);
        tryCompare(ImageActs, "isBusy", false);
        keyClick(Qt.Key_R, Qt.ShiftModifier);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE turn = 0") === 3);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_theTrashAsksBeforeItForgets() {
        testCase.open(3);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Delete);
        tryCompare(testCase.grid, "total", 2);
        testCase.grid.model.filter = TimelineModel.Trash;
        tryCompare(testCase.grid, "total", 1);
        testCase.grid.forceActiveFocus();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Delete);
        tryVerify(() => testCase.find(testCase.place.Window.window.contentItem, "Delete for good") !== null);
        tryVerify(() => testCase.find(testCase.place.Window.window.contentItem, "Cancel") !== null);
        keyClick(Qt.Key_Escape);
        tryVerify(() => testCase.find(testCase.place.Window.window.contentItem, "Cancel") === null);
        compare(testCase.photos.number("SELECT count(*) FROM asset"), 3);
    }

    function test_theViewerHasTheKeysWhileItIsOpen() {
        testCase.open(3);
        keyClick(Qt.Key_Home);
        Navigator.isViewing = true;
        keyClick(Qt.Key_Delete);
        keyClick(Qt.Key_L);
        Navigator.isViewing = false;
        keyClick(Qt.Key_3);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE rating = 3") === 1);
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL OR is_favorite"), 0);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_details() {
        testCase.open(3);
        keyClick(Qt.Key_I);
        tryVerify(() => testCase.find(testCase.page, "Choose a photo to see what is known of it.") !== null);
        keyClick(Qt.Key_End);
        tryVerify(() => testCase.find(testCase.page, "300 × 200") === null && testCase.page.width > testCase.grid.width);
        keyClick(Qt.Key_I);
        tryVerify(() => testCase.page.width === testCase.grid.width);
    }

    function test_larger() {
        testCase.open(30);
        const before = testCase.grid.columns;
        keyClick(Qt.Key_Minus, Qt.ControlModifier);
        keyClick(Qt.Key_Minus, Qt.ControlModifier);
        keyClick(Qt.Key_Minus, Qt.ControlModifier);
        verify(testCase.grid.columns > before);
        mouseWheel(testCase.grid, 100, 100, 0, 120, Qt.NoButton, Qt.ControlModifier);
        mouseWheel(testCase.grid, 100, 100, 0, 120, Qt.NoButton, Qt.ControlModifier);
        mouseWheel(testCase.grid, 100, 100, 0, 120, Qt.NoButton, Qt.ControlModifier);
        compare(testCase.grid.columns, before);
    }

    function test_room_data() {
        const rows = [];
        for (const width of [480, 900]) {
            for (const scale of [1, 2]) {
                for (const isLong of [false, true])
                    rows.push({
                            "tag": width + " px, " + scale + " times, " + (isLong ? "long" : "as it is"),
                            "width": width,
                            "scale": scale,
                            "isLong": isLong
                        });
            }
        }
        return rows;
    }

    function test_room(row) {
        testCase.place.width = row.width;
        Preferences.textScale = row.scale;
        Surroundings.longTexts = row.isLong;
        testCase.open(5);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        waitForRendering(testCase.page);
        compare(Surroundings.lowTargets(testCase.page, 28 * row.scale), []);
        const bar = findChild(testCase.page, "selection") as Item;
        verify(bar.width <= row.width, bar.width);
    }

    Component {
        id: pageComponent

        ImagesPage {
            anchors.fill: parent
        }
    }
}
