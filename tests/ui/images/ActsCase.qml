// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui.Images

/// What the tests of acts on photos have in common: a list of photos, and how to look at what has become of them.
ImagesCase {
    id: testCase

    property Item page: null
    property PictureGrid grid: null
    readonly property Item whole: place.Window.window?.contentItem ?? null
    property var compared: []
    property var said: []

    function open(photos: int) {
        testCase.photos.addPhotos(photos);
        testCase.page = make(pageComponent, {});
        testCase.grid = findChild(testCase.page, "photos") as PictureGrid;
        tryCompare(testCase.grid, "total", photos);
        testCase.page.forceActiveFocus();
        waitForRendering(testCase.page);
        testCase.compared = [];
        testCase.said = [];
    }

    function type(text: string) {
        for (const letter of text)
            keyClick(letter);
    }

    function tagged(tag: string): int {
        return testCase.photos.number("SELECT count(*) FROM asset_tag WHERE tag = '" + tag + "'");
    }

    function withValue(key: string, value: string): int {
        return testCase.photos.number("SELECT count(*) FROM prop p JOIN prop_key k ON k.id = p.key_id WHERE k.name = '" + key + "' AND (p.txt = '" + value + "' OR p.num = '" + value + "')");
    }

    function rest() {
        tryCompare(ImageActs, "isBusy", false);
        tryVerify(() => testCase.find(testCase.whole, "Cancel") === null);
    }

    function texts(item: var): var {
        const found = item.visible && typeof item.text === "string" ? [item.text] : [];
        return Array.from(item.children).reduce((all, child) => all.concat(testCase.texts(child)), found);
    }

    Connections {
        target: Navigator

        function onComparisonRequested(model: QtObject, left: int, right: int) {
            testCase.compared.push([left, right]);
        }
    }

    Connections {
        target: Notices

        function onShown(text: string) {
            testCase.said.push(text);
        }
    }

    Component {
        id: pageComponent

        PhotoList {
            anchors.fill: parent
        }
    }
}
