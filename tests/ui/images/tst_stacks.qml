// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// Photos that are one to look at, on the page and in the viewer.
ImagesCase {
    id: testCase

    property Item page: null
    property PictureGrid grid: null
    property Item viewer: null

    function open(photos: int) {
        testCase.photos.addPhotos(photos);
        testCase.page = make(pageComponent, {});
        testCase.grid = findChild(testCase.page, "photos") as PictureGrid;
        tryCompare(testCase.grid, "total", photos);
        testCase.page.forceActiveFocus();
        waitForRendering(testCase.page);
    }

    function stacked(): int {
        return testCase.photos.number("SELECT count(*) FROM stack_asset");
    }

    /// Whether it is the one that its stack shows.
    function covers(photo: int): bool {
        return testCase.photos.number("SELECT count(*) FROM stack_asset s JOIN asset a ON a.id = s.asset_id WHERE s.is_primary = 1 AND lower(hex(a.uuid)) = '" + testCase.photos.idOf(photo).replace(/-/g, "") + "'") === 1;
    }

    /// The three newest of five, through the keys of the page.
    function stackThree() {
        testCase.open(5);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        keyClick(Qt.Key_G, Qt.ControlModifier);
        tryCompare(testCase.grid, "total", 3);
    }

    function openViewer(): PhotoStage {
        testCase.viewer = make(viewerComponent, {
                "model": testCase.grid.model,
                "row": 0
            });
        const stage = findChild(testCase.viewer, "stage") as PhotoStage;
        tryCompare(stage, "isShown", true);
        testCase.viewer.forceActiveFocus();
        tryVerify(() => testCase.find(testCase.viewer, "Photos of the stack") !== null);
        return stage;
    }

    function test_byKeysAndBack() {
        testCase.stackThree();
        compare(testCase.stacked(), 3);
        tryVerify(() => testCase.find(testCase.grid, "stacked")?.text === "3");
        testCase.grid.forceActiveFocus();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_G, Qt.ControlModifier | Qt.ShiftModifier);
        tryCompare(testCase.grid, "total", 5);
        compare(testCase.stacked(), 0);
        UndoStack.undo();
        tryCompare(testCase.grid, "total", 3);
        UndoStack.undo();
        tryCompare(testCase.grid, "total", 5);
    }

    function test_deletingTheCoverKeepsTheRest() {
        testCase.stackThree();
        testCase.grid.forceActiveFocus();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Delete);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL") === 1);
        tryVerify(() => testCase.find(testCase.grid, "stacked")?.text === "2");
        compare(testCase.grid.total, 3);
        UndoStack.undo();
        tryVerify(() => testCase.find(testCase.grid, "stacked")?.text === "3");
        compare(testCase.grid.total, 3);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_theStrip() {
        testCase.stackThree();
        const stage = testCase.openViewer();
        compare(stage.assetId, testCase.photos.idOf(4));
        keyClick(Qt.Key_Up);
        tryCompare(stage, "assetId", testCase.photos.idOf(3));
        keyClick(Qt.Key_Up);
        tryCompare(stage, "assetId", testCase.photos.idOf(2));
        keyClick(Qt.Key_Down);
        tryCompare(stage, "assetId", testCase.photos.idOf(3));
        mouseClick(testCase.find(testCase.viewer, "Photos of the stack"), 20, 20);
        tryCompare(stage, "assetId", testCase.photos.idOf(2));
        // Beside it lies what is beside the stack.
        keyClick(Qt.Key_Right);
        tryCompare(stage, "assetId", testCase.photos.idOf(1));
    }

    function test_anotherCoverWhileItIsLookedAt() {
        testCase.stackThree();
        const stage = testCase.openViewer();
        keyClick(Qt.Key_Up);
        tryCompare(stage, "assetId", testCase.photos.idOf(3));
        keyClick(Qt.Key_S, Qt.ShiftModifier);
        tryVerify(() => testCase.covers(3));
        tryVerify(() => testCase.find(testCase.viewer, "Photos of the stack") !== null);
        tryCompare(testCase.grid, "total", 3);
        compare(stage.assetId, testCase.photos.idOf(3));
        keyClick(Qt.Key_Right);
        tryCompare(stage, "assetId", testCase.photos.idOf(1));
    }

    function test_deletingInTheViewerGoesOnInTheStack() {
        testCase.stackThree();
        const stage = testCase.openViewer();
        keyClick(Qt.Key_Delete);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL") === 1);
        tryCompare(stage, "assetId", testCase.photos.idOf(2));
        tryCompare(ImageActs, "isBusy", false);
    }

    Component {
        id: pageComponent

        ImagesPage {
            anchors.fill: parent
        }
    }

    Component {
        id: viewerComponent

        Viewer {
            anchors.fill: parent
        }
    }
}
