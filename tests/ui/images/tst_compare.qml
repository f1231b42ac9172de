// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Images
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// Two photos side by side.
ImagesCase {
    id: testCase

    property Item view: null
    property PhotoStage one: null
    property PhotoStage other: null

    function open(photos: int) {
        testCase.photos.addPhotos(photos);
        const list = make(listComponent, {});
        tryCompare(list, "count", photos);
        testCase.view = make(compareComponent, {
                "model": list,
                "leftRow": 0,
                "rightRow": 1
            });
        testCase.one = (findChild(testCase.view, "left") as CompareSide).stage;
        testCase.other = (findChild(testCase.view, "right") as CompareSide).stage;
        tryCompare(testCase.one, "isShown", true);
        tryCompare(testCase.other, "isShown", true);
        testCase.view.forceActiveFocus();
    }

    function test_bothMoveTogether() {
        testCase.open(2);
        testCase.one.zoomBy(4, 50, 60);
        verify(testCase.one.zoom > 3);
        compare(testCase.other.zoom, testCase.one.zoom);
        compare(testCase.other.offset, testCase.one.offset);
        testCase.other.zoomBy(0.5, 50, 60);
        compare(testCase.one.zoom, testCase.other.zoom);
        keyClick(Qt.Key_K);
        testCase.other.zoomBy(2, 10, 10);
        verify(testCase.one.zoom < testCase.other.zoom);
        keyClick(Qt.Key_K);
        compare(testCase.one.zoom, testCase.other.zoom);
        keyClick(Qt.Key_Z);
        compare(testCase.one.zoom, 1);
        compare(testCase.other.zoom, 1);
    }

    function test_theRightOneSteps() {
        testCase.open(4);
        keyClick(Qt.Key_Plus);
        const zoom = testCase.one.zoom;
        verify(zoom > 1);
        keyClick(Qt.Key_Right);
        tryCompare(testCase.other, "assetId", testCase.photos.idOf(1));
        compare(testCase.one.assetId, testCase.photos.idOf(3));
        tryCompare(testCase.other, "zoom", zoom);
        compare(testCase.one.zoom, zoom);
        keyClick(Qt.Key_Left);
        keyClick(Qt.Key_Left); // The one on the left is not compared with itself.
        tryCompare(testCase.other, "assetId", testCase.photos.idOf(2));
    }

    function test_swapped() {
        testCase.open(2);
        keyClick(Qt.Key_X);
        tryCompare(testCase.one, "assetId", testCase.photos.idOf(0));
        tryCompare(testCase.other, "assetId", testCase.photos.idOf(1));
    }

    function test_eachIsRatedByKey() {
        testCase.open(2);
        keyClick(Qt.Key_4);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE rating = 4") === 1);
        keyClick(Qt.Key_S);
        keyClick(Qt.Key_2);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM asset WHERE rating = 2") === 1);
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE rating = 4"), 1);
        keyClick(Qt.Key_L);
        tryVerify(() => testCase.photos.number("SELECT rating FROM asset WHERE is_favorite = 1") === 2);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_saysWhatIsDifferent() {
        testCase.open(2);
        ImageActs.edit(testCase.photos.idOf(1), [{
                    "key": "prompt",
                    "kind": FactValues.Text,
                    "text": "a cat"
                }]);
        ImageActs.edit(testCase.photos.idOf(0), [{
                    "key": "prompt",
                    "kind": FactValues.Text,
                    "text": "a dog"
                }]);
        tryVerify(() => testCase.find(testCase.view, "Prompt: a cat; a dog") !== null);
        keyClick(Qt.Key_I);
        tryVerify(() => testCase.find(testCase.view, "Prompt: a cat; a dog") === null);
        keyClick(Qt.Key_I);
        tryCompare(ImageActs, "isBusy", false);
    }

    function test_backToTheSamePlace() {
        testCase.open(2);
        keyClick(Qt.Key_Escape);
        compare(testCase.closed, [0]);
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
        testCase.open(2);
        waitForRendering(testCase.view);
        compare(Surroundings.lowTargets(testCase.view, 28 * row.scale), []);
        verify(testCase.one.width >= 200 && testCase.one.height >= 80, testCase.one.height);
    }

    Component {
        id: listComponent

        TimelineModel {
        }
    }

    Component {
        id: compareComponent

        Compare {
            anchors.fill: parent
        }
    }
}
