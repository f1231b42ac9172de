// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// Photos that are put aside, on the page and in the viewer.
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

    function archived(): int {
        return testCase.photos.number("SELECT count(*) FROM asset WHERE is_archived = 1");
    }

    function test_byKeyAndBack() {
        testCase.open(4);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        keyClick(Qt.Key_A);
        tryCompare(testCase.grid, "total", 2);
        compare(testCase.archived(), 2);
        UndoStack.undo();
        tryCompare(testCase.grid, "total", 4);
        tryCompare(ImageActs, "isBusy", false);
        compare(testCase.archived(), 0);
    }

    function test_theArchiveShowsThem() {
        testCase.open(3);
        mouseClick(testCase.find(testCase.page, "Archive"));
        tryVerify(() => testCase.find(testCase.page, "The archive is empty") !== null);
        mouseClick(testCase.find(testCase.page, "Show all photos"));
        tryCompare(testCase.grid, "total", 3);
        testCase.grid.forceActiveFocus();
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_A);
        tryCompare(testCase.grid, "total", 2);
        testCase.grid.model.filter = TimelineModel.Archive;
        tryCompare(testCase.grid, "total", 1);
        tryVerify(() => testCase.find(testCase.grid, "marks") !== null);
        testCase.grid.forceActiveFocus();
        keyClick(Qt.Key_Home);
        // The same key takes it out again.
        keyClick(Qt.Key_A);
        tryCompare(testCase.grid, "total", 0);
        tryCompare(ImageActs, "isBusy", false);
        compare(testCase.archived(), 0);
    }

    function test_whatAClientArchivesGoes() {
        testCase.open(3);
        testCase.photos.archive(1);
        tryCompare(testCase.grid, "total", 2);
    }

    function test_inTheViewer() {
        testCase.photos.addPhotos(3);
        const list = make(listComponent, {}) as TimelineModel;
        tryCompare(list, "count", 3);
        const viewer = make(viewerComponent, {
                "model": list,
                "row": 0
            });
        const stage = findChild(viewer, "stage") as Item;
        tryCompare(stage, "isShown", true);
        viewer.forceActiveFocus();
        keyClick(Qt.Key_A);
        tryCompare(list, "count", 2);
        compare(testCase.archived(), 1);
        // It goes on to the next.
        tryCompare(stage, "assetId", testCase.photos.idOf(1));
        tryCompare(ImageActs, "isBusy", false);
        UndoStack.undo();
        tryCompare(list, "count", 3);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_theViewerSaysThatItIs() {
        testCase.photos.addPhotos(2);
        testCase.photos.archive(0);
        const list = make(listComponent, {
                "filter": TimelineModel.Archive
            }) as TimelineModel;
        tryCompare(list, "count", 1);
        const viewer = make(viewerComponent, {
                "model": list,
                "row": 0
            });
        tryVerify(() => testCase.find(viewer, "In the archive") !== null);
    }

    Component {
        id: pageComponent

        ImagesPage {
            anchors.fill: parent
        }
    }

    Component {
        id: listComponent

        TimelineModel {
        }
    }

    Component {
        id: viewerComponent

        Viewer {
            anchors.fill: parent
        }
    }
}
