// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// One photo at a time.
ImagesCase {
    id: testCase

    property Item viewer: null
    property PhotoStage stage: null
    property TimelineModel list: null

    function open(row: int) {
        testCase.list = make(listComponent, {}) as TimelineModel;
        tryCompare(testCase.list, "count", testCase.photos.count);
        testCase.viewer = make(viewerComponent, {
                "model": testCase.list,
                "row": row
            });
        testCase.stage = findChild(testCase.viewer, "stage") as PhotoStage;
        const id = testCase.photos.idOf(testCase.photos.count - 1 - row);
        tryCompare(testCase.stage, "assetId", id);
        // The page below would have the keys back once the viewer has gone.
        testCase.viewer.forceActiveFocus();
    }

    function openShown(photos: int, row: int) {
        testCase.photos.addPhotos(photos);
        testCase.open(row);
        tryCompare(testCase.stage, "isShown", true);
    }

    function test_theArrowsStep() {
        testCase.openShown(3, 0);
        keyClick(Qt.Key_Right);
        tryCompare(testCase.stage, "assetId", testCase.photos.idOf(1));
        tryCompare(testCase.stage, "isShown", true);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right); // there is none
        tryCompare(testCase.stage, "assetId", testCase.photos.idOf(0));
        keyClick(Qt.Key_Left);
        tryCompare(testCase.stage, "assetId", testCase.photos.idOf(1));
        keyClick(Qt.Key_Escape);
        compare(testCase.closed, [1]);
    }

    function test_zoom() {
        testCase.openShown(1, 0);
        compare(testCase.stage.zoom, 1);
        keyClick(Qt.Key_Plus);
        verify(testCase.stage.zoom > 1.2);
        keyClick(Qt.Key_Minus);
        compare(testCase.stage.zoom, 1);
        mouseDoubleClickSequence(testCase.stage, 450, 300);
        tryVerify(() => testCase.stage.zoom > 1.5);
        mouseWheel(testCase.stage, 300, 300, 0, 240);
        verify(testCase.stage.zoom > 2);
        keyClick(Qt.Key_Z);
        compare(testCase.stage.zoom, 1);
        keyClick(Qt.Key_Plus);
        verify(testCase.stage.zoom > 1.2);
        keyClick(Qt.Key_0, Qt.ControlModifier);
        compare(testCase.stage.zoom, 1);
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE rating IS NOT NULL"), 0);
    }

    function test_whatIsUnderTheMouseStaysThere() {
        testCase.openShown(1, 0);
        const before = testCase.stage.content.mapFromItem(testCase.stage, 400, 280);
        const part = Qt.point(before.x / testCase.stage.content.width, before.y / testCase.stage.content.height);
        testCase.stage.zoomBy(8, 400, 280);
        const after = testCase.stage.content.mapFromItem(testCase.stage, 400, 280);
        verify(Math.abs(after.x / testCase.stage.content.width - part.x) < 0.01);
        verify(Math.abs(after.y / testCase.stage.content.height - part.y) < 0.01);
    }

    function test_turning() {
        testCase.openShown(1, 0);
        verify(testCase.stage.content.width > testCase.stage.content.height);
        keyClick(Qt.Key_R);
        tryVerify(() => testCase.stage.isShown && testCase.stage.content.width < testCase.stage.content.height);
        keyClick(Qt.Key_R, Qt.ShiftModifier);
        tryVerify(() => testCase.stage.isShown && testCase.stage.content.width > testCase.stage.content.height);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_trashGoesOn() {
        testCase.openShown(2, 0);
        keyClick(Qt.Key_Delete);
        tryCompare(testCase.stage, "assetId", testCase.photos.idOf(0));
        tryCompare(testCase.stage, "isShown", true);
        keyClick(Qt.Key_Delete);
        tryVerify(() => testCase.closed.length === 1);
        UndoStack.undo();
        UndoStack.undo();
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_favouriteAndRating() {
        testCase.openShown(1, 0);
        keyClick(Qt.Key_L);
        tryVerify(() => testCase.photos.number("SELECT is_favorite FROM asset") === 1);
        tryVerify(() => testCase.find(testCase.viewer, "Favourite").checked);
        keyClick(Qt.Key_5);
        tryVerify(() => testCase.photos.number("SELECT rating FROM asset") === 5);
        // Also while only a part of it is seen: a digit is a rating, never a size.
        keyClick(Qt.Key_Plus);
        keyClick(Qt.Key_0);
        tryVerify(() => testCase.photos.number("SELECT rating FROM asset") === 0);
        verify(testCase.stage.zoom > 1.2);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_nextIsReadyBeforeOneComesToIt() {
        testCase.openShown(5, 2);
        wait(0);
        keyClick(Qt.Key_Right);
        tryCompare(testCase.stage, "assetId", testCase.photos.idOf(1));
        tryCompare(testCase.stage, "isShown", true);
    }

    function test_aFaceIsNamed() {
        testCase.photos.addPhotos(1);
        testCase.photos.addFace();
        testCase.open(0);
        tryCompare(testCase.stage, "isShown", true);
        keyClick(Qt.Key_F);
        tryVerify(() => testCase.find(testCase.stage, "Face without a name") !== null);
        const face = testCase.find(testCase.stage, "Face without a name");
        face.forceActiveFocus();
        keyClick(Qt.Key_F2);
        tryVerify(() => testCase.find(testCase.stage, "Name of this person")?.activeFocus ?? false);
        for (const letter of "Lia")
            keyClick(letter);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.find(testCase.stage, "Face of Lia") !== null);
        verify(testCase.viewer.activeFocus);
        // The letters were no keys of the viewer.
        compare(testCase.photos.number("SELECT is_favorite FROM asset"), 0);
    }

    function test_aFaceIsDrawn() {
        testCase.openShown(1, 0);
        keyClick(Qt.Key_B);
        const content = testCase.stage.content;
        mousePress(content, content.width * 0.2, content.height * 0.2);
        mouseMove(content, content.width * 0.3, content.height * 0.3);
        mouseMove(content, content.width * 0.4, content.height * 0.6);
        mouseRelease(content, content.width * 0.4, content.height * 0.6);
        tryVerify(() => testCase.find(testCase.stage, "Name of this person")?.activeFocus ?? false);
        keyClick("M");
        keyClick("o");
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM face") === 1);
        keyClick(Qt.Key_F);
        tryVerify(() => testCase.find(testCase.stage, "Face of Mo") !== null);
        UndoStack.undo();
        tryVerify(() => testCase.find(testCase.stage, "Face of Mo") === null);
        // Esc ends the drawing, not the viewer.
        keyClick(Qt.Key_B);
        keyClick(Qt.Key_Escape);
        compare(testCase.closed.length, 0);
        keyClick(Qt.Key_Escape);
        compare(testCase.closed.length, 1);
    }

    function test_whatCannotBeShownSaysWhy() {
        testCase.photos.addBroken();
        testCase.open(0);
        tryVerify(() => testCase.find(testCase.viewer, "This photo cannot be shown") !== null);
        tryVerify(() => Array.from(testCase.texts(testCase.viewer)).some(text => text.includes("Copy it again")));
    }

    function test_whatIsStillBeingRead() {
        testCase.photos.addUnread();
        testCase.open(0);
        tryVerify(() => testCase.find(testCase.viewer, "Still being read") !== null);
    }

    function texts(item: var): var {
        const found = item.visible && typeof item.text === "string" ? [item.text] : [];
        return Array.from(item.children).reduce((all, child) => all.concat(testCase.texts(child)), found);
    }

    function test_theToolsGoAndComeBack() {
        testCase.openShown(1, 0);
        mouseMove(testCase.viewer, 450, 400);
        tryVerify(() => testCase.find(testCase.viewer, "Rotate to the left") === null, 5000);
        mouseMove(testCase.viewer, 460, 420);
        tryVerify(() => testCase.find(testCase.viewer, "Rotate to the left") !== null);
    }

    function test_details() {
        testCase.openShown(1, 0);
        keyClick(Qt.Key_I);
        tryVerify(() => testCase.texts(testCase.viewer).some(text => text.startsWith("300 × 200")));
        verify(testCase.stage.width < testCase.viewer.width);
        keyClick(Qt.Key_I);
        tryCompare(testCase.stage, "width", testCase.viewer.width);
    }

    function test_tagsOfThePhoto() {
        testCase.openShown(2, 0);
        keyClick(Qt.Key_T);
        const whole = testCase.place.Window.window.contentItem;
        tryVerify(() => testCase.find(whole, "Add a tag")?.activeFocus ?? false);
        for (const letter of "sea")
            keyClick(letter);
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset_tag WHERE tag = 'sea'") === 1);
        tryVerify(() => testCase.find(whole, "Add a tag") === null);
        // The keys are the viewer's again.
        keyClick(Qt.Key_Right);
        tryCompare(testCase.stage, "assetId", testCase.photos.idOf(0));
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_escapeLeavesTheFieldFirst() {
        testCase.openShown(1, 0);
        keyClick(Qt.Key_I);
        tryVerify(() => testCase.find(testCase.viewer, "Add a tag") !== null);
        const field = testCase.find(testCase.viewer, "Add a tag") as TextField;
        field.forceActiveFocus();
        keyClick("x");
        keyClick(Qt.Key_Escape);
        if (field.length > 0)
            keyClick(Qt.Key_Escape); // There was something offered.
        compare(field.text, "");
        compare(testCase.closed, []);
        mouseClick(testCase.find(testCase.viewer, "Add a property"));
        tryVerify(() => testCase.find(testCase.viewer, "Property")?.activeFocus ?? false);
        keyClick(Qt.Key_Escape);
        compare(testCase.closed, []);
        tryVerify(() => testCase.find(testCase.viewer, "Property") === null);
        keyClick(Qt.Key_I);
    }

    function test_room_data() {
        const rows = [];
        for (const width of [480, 900]) {
            for (const scale of [1, 2])
                rows.push({
                        "tag": width + " px, " + scale + " times",
                        "width": width,
                        "scale": scale
                    });
        }
        return rows;
    }

    function test_room(row) {
        testCase.place.width = row.width;
        Preferences.textScale = row.scale;
        Surroundings.longTexts = true;
        testCase.openShown(2, 0);
        waitForRendering(testCase.viewer);
        compare(Surroundings.lowTargets(testCase.viewer, 28 * row.scale), []);
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
