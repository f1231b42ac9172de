// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Albums

/// One album, and how photos come into it.
AlbumsCase {
    id: testCase

    readonly property string lengthy: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Hohenzollern, ".repeat(3)

    function test_addedByTheKeyboard() {
        testCase.photos.addPhotos(4);
        testCase.open({});
        tryCompare(testCase.grid("photos"), "total", 4);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_B);
        tryVerify(() => testCase.sees("Add 4 photo(s) to an album"));
        keyClick(Qt.Key_L);
        tryVerify(() => testCase.sees("New album “l”"));
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM album_asset") === 4);
        tryVerify(() => !testCase.sees("Add 4 photo(s) to an album"));
        // Who presses B again and Enter means the album of before.
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_B);
        tryVerify(() => testCase.sees("Add the photo to an album") && testCase.sees("l, 4 photo(s)"));
        keyClick(Qt.Key_Escape);
        UndoStack.undo();
        tryVerify(() => testCase.albums("1") === 0);
    }

    function test_theNameOfOneThatIsThere() {
        testCase.photos.addPhotos(2);
        testCase.photos.addAlbum("Sea", 1);
        testCase.photos.addAlbum("Lake", 0);
        testCase.open({});
        tryCompare(testCase.grid("photos"), "total", 2);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_B);
        tryVerify(() => testCase.sees("Sea, 1 photo(s)"));
        for (const letter of [Qt.Key_S, Qt.Key_E, Qt.Key_A])
            keyClick(letter);
        tryVerify(() => !testCase.sees("Lake, 0 photo(s)"));
        verify(!testCase.sees("New album “sea”"));
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM album_asset") === 2);
        compare(testCase.albums("1"), 2);
        // Only what was new to it leaves it again.
        tryCompare(AlbumActs, "isBusy", false);
        UndoStack.undo();
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM album_asset") === 1);
    }

    function test_takenOutAndBack() {
        testCase.photos.addPhotos(4);
        testCase.open({
                "album": testCase.photos.addAlbum("Sea", 4)
            });
        tryVerify(() => testCase.grid("albumPhotos") !== null);
        tryCompare(testCase.grid("albumPhotos"), "total", 4);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        tryVerify(() => testCase.sees("2 selected"));
        keyClick(Qt.Key_B, Qt.ShiftModifier);
        tryCompare(testCase.grid("albumPhotos"), "total", 2);
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE trashed_at IS NULL"), 4);
        tryCompare(AlbumActs, "isBusy", false);
        UndoStack.undo();
        tryCompare(testCase.grid("albumPhotos"), "total", 4);
    }

    function test_theMenuOfAPhoto() {
        testCase.photos.addPhotos(2);
        testCase.open({
                "album": testCase.photos.addAlbum("Sea", 2)
            });
        tryVerify(() => testCase.grid("albumPhotos") !== null);
        const grid = testCase.grid("albumPhotos");
        tryCompare(grid, "total", 2);
        const second = grid.rectOf(1);
        mouseClick(grid, second.x + second.width / 2, second.y + second.height / 2, Qt.RightButton);
        tryVerify(() => testCase.sees("Use as the cover of the album"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => !testCase.sees("Use as the cover of the album"));
        verify(testCase.grid("albumPhotos") !== null);
        compare(grid.selection.count, 1);
        keyClick(Qt.Key_Menu);
        tryVerify(() => testCase.sees("Use as the cover of the album"));
        waitForRendering(testCase.page);
        mouseClick(testCase.find(testCase.place.Window.window.contentItem, "Use as the cover of the album"));
        tryVerify(() => testCase.albums("cover_id IS NOT NULL") === 1);
    }

    function test_described() {
        testCase.photos.addPhotos(1);
        testCase.open({
                "album": testCase.photos.addAlbum("Sea", 1)
            });
        tryVerify(() => testCase.sees("Sea, rename"));
        keyClick(Qt.Key_E);
        tryVerify(() => testCase.sees("Description of the album"));
        keyClick(Qt.Key_W);
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        tryVerify(() => testCase.albums("description = 'w'") === 1);
        tryVerify(() => testCase.find(testCase.page, "w") !== null);
    }

    function test_longNamesAndNarrow_data() {
        return [{
                "tag": "wide",
                "width": 1200,
                "scale": 1
            }, {
                "tag": "narrow",
                "width": 480,
                "scale": 1
            }, {
                "tag": "large text",
                "width": 480,
                "scale": 2
            }];
    }

    function test_longNamesAndNarrow(data: var) {
        testCase.photos.addPhotos(1);
        const id = testCase.photos.addAlbum(testCase.lengthy, 1);
        testCase.place.width = data.width;
        Preferences.textScale = data.scale;
        testCase.openAlbums(1);
        const all = testCase.grid("albums");
        verify(all.height > 200);
        testCase.page.openTarget({
                "album": id
            });
        tryVerify(() => testCase.grid("albumPhotos") !== null);
        tryCompare(testCase.grid("albumPhotos"), "total", 1);
        const title = findChild(testCase.page, "albumTitle");
        tryVerify(() => title.width > 0);
        verify(title.mapToItem(testCase.page, title.width, 0).x <= data.width);
        const more = testCase.find(testCase.page, "More");
        verify(more.mapToItem(testCase.page, more.width, 0).x <= data.width);
    }

    name: "Album"
}
