// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// What was taken on this day in other years, above the photos.
ImagesCase {
    id: testCase

    property Item page: null
    property PictureGrid grid: null

    /// One of them of this day, four years ago: the 29th of February was then, too.
    function open(photos: int) {
        testCase.photos.forgetMemories();
        testCase.photos.addPhotos(photos);
        testCase.photos.takeToday(0, 4);
        MemorySettings.isOn = true;
        MemorySettings.setDismissed(false);
        testCase.page = make(pageComponent, {});
        testCase.grid = findChild(testCase.page, "photos") as PictureGrid;
        tryCompare(testCase.grid, "total", photos);
        testCase.page.forceActiveFocus();
        tryVerify(() => testCase.card() !== null);
        waitForRendering(testCase.page);
    }

    function card(): MemoryCard {
        const list = testCase.find(testCase.page, "memoryList");
        return list ? (list as ListView).itemAtIndex(0) as MemoryCard : null;
    }

    function test_opensTheViewer() {
        testCase.open(3);
        compare(testCase.card().photos, 1);
        mouseClick(testCase.card(), 20, 20);
        tryVerify(() => testCase.viewed.length === 1);
        compare(testCase.viewed[0], 0);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM memory WHERE seen_at IS NOT NULL") === 1);
    }

    function test_byKeyboard() {
        testCase.open(3);
        testCase.find(testCase.page, "memoryList").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.viewed.length === 1);
    }

    function test_savedAndHidden() {
        testCase.open(3);
        testCase.card().savingWanted(true);
        tryVerify(() => testCase.card().isSaved);
        testCase.card().hidingWanted();
        tryVerify(() => testCase.find(testCase.page, "memoryList") === null);
        tryCompare(UndoStack, "undoText", "Memory hidden");
        UndoStack.undo();
        tryVerify(() => testCase.card() !== null);
    }

    function test_thoseThatWereSaved() {
        testCase.open(3);
        testCase.card().savingWanted(true);
        tryVerify(() => testCase.card().isSaved);
        const strip = testCase.find(testCase.page, "memoryList").parent.parent as MemoryStrip;
        mouseClick(testCase.find(testCase.page, "Not today"));
        tryVerify(() => testCase.find(testCase.page, "memoryList") === null);
        strip.memories.showsSaved = true;
        tryVerify(() => testCase.find(testCase.page, "Saved memories") !== null && testCase.card() !== null);
        testCase.card().savingWanted(false);
        tryVerify(() => testCase.card() === null);
        mouseClick(testCase.find(testCase.page, "Close"));
        tryVerify(() => testCase.find(testCase.page, "Saved memories") === null);
    }

    function test_notToday() {
        testCase.open(3);
        mouseClick(testCase.find(testCase.page, "Not today"));
        tryVerify(() => testCase.find(testCase.page, "memoryList") === null);
        verify(MemorySettings.isDismissed);
        MemorySettings.setDismissed(false);
        tryVerify(() => testCase.card() !== null);
        MemorySettings.isOn = false;
        tryVerify(() => testCase.find(testCase.page, "memoryList") === null);
        MemorySettings.isOn = true;
    }

    function test_onlyAboveAllPhotos() {
        testCase.open(3);
        testCase.grid.model.filter = TimelineModel.Favourites;
        tryVerify(() => testCase.find(testCase.page, "memoryList") === null);
        testCase.grid.model.filter = TimelineModel.All;
        tryVerify(() => testCase.card() !== null);
    }

    function test_whatIsLookedAtStays() {
        testCase.place.height = 400;
        testCase.open(60);
        testCase.grid.contentY = 300;
        const seen = testCase.grid.mapToItem(testCase.place, 0, testCase.grid.rectOf(20).y).y;
        MemorySettings.setDismissed(true);
        tryVerify(() => testCase.find(testCase.page, "memoryList") === null);
        tryVerify(() => Math.abs(testCase.grid.mapToItem(testCase.place, 0, testCase.grid.rectOf(20).y).y - seen) < 2);
        MemorySettings.setDismissed(false);
        tryVerify(() => testCase.card() !== null);
        tryVerify(() => Math.abs(testCase.grid.mapToItem(testCase.place, 0, testCase.grid.rectOf(20).y).y - seen) < 2);
        testCase.place.height = 600;
    }

    function cleanup() {
        testCase.photos.forgetMemories();
        testCase.place.height = 600;
    }

    Component {
        id: pageComponent

        ImagesPage {
            anchors.fill: parent
        }
    }
}
