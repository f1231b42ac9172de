// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui
import Kinframe.Ui.Images

/// What the panel of details shows of photos, and what can be changed there.
ActsCase {
    id: testCase

    function test_detailsOfOne() {
        testCase.open(2);
        ImageActs.edit(testCase.photos.idOf(1), [{
                    "key": "prompt",
                    "kind": FactValues.Text,
                    "text": "a lighthouse by the sea"
                }, {
                    "key": "client",
                    "kind": FactValues.Text,
                    "text": "Anna"
                }]);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_I);
        tryVerify(() => testCase.find(testCase.page, "Prompt: a lighthouse by the sea") !== null);
        tryVerify(() => testCase.find(testCase.page, "client: Anna") !== null);
        mouseClick(testCase.find(testCase.page, "Change client"));
        tryVerify(() => testCase.find(testCase.page, "Value")?.activeFocus ?? false);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        testCase.type("Ben");
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.withValue("client", "Ben") === 1);
        tryVerify(() => testCase.find(testCase.page, "client: Ben") !== null);
        mouseClick(testCase.find(testCase.page, "Take client away"));
        tryVerify(() => testCase.find(testCase.page, "client: Ben") === null);
        UndoStack.undo();
        tryVerify(() => testCase.find(testCase.page, "client: Ben") !== null);
        testCase.rest();
    }

    /// Clicks on what has come to rest: chips are made anew while what is known of the photos is read.
    function clickOn(name: string) {
        let before = null;
        let place = Qt.point(0, 0);
        tryVerify(() => {
                const item = testCase.find(testCase.page, name);
                const at = item ? item.mapToItem(null, 0, 0) : Qt.point(-1, -1);
                const rests = item !== null && item === before && at.x === place.x && at.y === place.y;
                before = item;
                place = at;
                return rests;
            });
        mouseClick(before);
    }

    function test_detailsOfSeveral() {
        testCase.open(3);
        keyClick(Qt.Key_I);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        tryVerify(() => testCase.texts(testCase.page).some(text => text.startsWith("3 photo")));
        tryVerify(() => testCase.find(testCase.page, "File: Various") !== null);
        const field = testCase.find(testCase.page, "Add a tag");
        field.forceActiveFocus();
        testCase.type("sea");
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.tagged("sea") === 3);
        testCase.clickOn("Remove sea");
        tryVerify(() => testCase.tagged("sea") === 0);
        testCase.rest();
    }

    function test_aTagGoesAndNotThePhoto() {
        testCase.open(1);
        ImageActs.changeTags(testCase.photos.idOf(0), ["sea"], []);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_I);
        tryVerify(() => testCase.find(testCase.page, "Remove sea") !== null);
        testCase.find(testCase.page, "sea").forceActiveFocus();
        keyClick(Qt.Key_Delete);
        tryVerify(() => testCase.tagged("sea") === 0);
        testCase.rest();
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL"), 0);
    }
}
