// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Ui
import Kinframe.Ui.Albums
import "../images"

/// What the tests of all albums and of one have in common: the place of the images.
ImagesCase {
    id: testCase

    property ImagesViews page: null
    readonly property Component pageComponent: Component {
        ImagesViews {
            anchors.fill: parent
        }
    }

    function grid(name: string): PictureGrid {
        return findChild(testCase.page, name) as PictureGrid;
    }

    function open(target: var) {
        testCase.page = make(pageComponent, {});
        testCase.page.openTarget(target);
        testCase.page.forceActiveFocus();
        waitForRendering(testCase.page);
    }

    function openAlbums(count: int) {
        testCase.page = make(pageComponent, {});
        testCase.page.show(true);
        tryCompare(testCase.grid("albums"), "total", count);
        waitForRendering(testCase.page);
    }

    function sees(text: string): bool {
        return testCase.find(testCase.place.Window.window.contentItem, text) !== null;
    }

    /// Something below the page is called by a name that begins like that.
    function seesLike(text: string, item: Item): bool {
        return Array.from((item ?? testCase.page).children).some(child => child.visible && ((child.Accessible?.name ?? "").startsWith(text) || (child.text ?? "").toString().startsWith(text) || testCase.seesLike(text, child)));
    }

    function albums(condition: string): int {
        return testCase.photos.number("SELECT count(*) FROM album WHERE " + condition);
    }

    function cleanup() {
        tryCompare(AlbumActs, "isBusy", false);
        Preferences.setValue("albums/order", AlbumsModel.NewestFirst);
    }
}
