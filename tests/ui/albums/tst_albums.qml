// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Albums

/// All albums.
AlbumsCase {
    id: testCase

    function test_nothingYet() {
        testCase.openAlbums(0);
        tryVerify(() => testCase.sees("No albums yet"));
        const button = testCase.find(testCase.page, "New album");
        verify(button);
        mouseClick(button);
        const field = findChild(testCase.place.Window.window.contentItem.parent, "newAlbumName");
        tryVerify(() => testCase.sees("Name"));
        keyClick(Qt.Key_S);
        keyClick(Qt.Key_E);
        keyClick(Qt.Key_A);
        keyClick(Qt.Key_Return);
        tryCompare(testCase.grid("albums"), "total", 1);
        compare(testCase.albums("name = 'sea'"), 1);
        tryVerify(() => testCase.grid("albums").activeFocus);
        UndoStack.undo();
        tryCompare(testCase.grid("albums"), "total", 0);
        tryVerify(() => testCase.sees("No albums yet"));
    }

    function test_thePhotosAndBack() {
        testCase.photos.addPhotos(3);
        testCase.open({});
        tryCompare(testCase.grid("photos"), "total", 3);
        keyClick(Qt.Key_A, Qt.ShiftModifier);
        tryVerify(() => testCase.sees("No albums yet"));
        verify(!testCase.grid("photos").visible);
        keyClick(Qt.Key_A, Qt.ShiftModifier);
        tryVerify(() => testCase.grid("photos").visible);
        verify(testCase.grid("photos").activeFocus);
        mouseClick(testCase.find(testCase.page, "Albums"));
        tryVerify(() => testCase.sees("No albums yet"));
    }

    function test_opensAndGoesBack() {
        testCase.photos.addPhotos(5);
        testCase.photos.addAlbum("Sea", 3);
        testCase.openAlbums(1);
        tryVerify(() => testCase.seesLike("Sea, 3 photo(s), ", null));
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.grid("albumPhotos") !== null);
        tryCompare(testCase.grid("albumPhotos"), "total", 3);
        tryVerify(() => testCase.seesLike("3 photo(s) · ", null));
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(testCase.viewed.length, 1);
        Navigator.viewerClosed(testCase.grid("albumPhotos").model, 2);
        compare(testCase.grid("albumPhotos").current, 2);
        keyClick(Qt.Key_Left, Qt.AltModifier);
        tryVerify(() => testCase.grid("albums").visible && testCase.grid("albums").activeFocus);
        compare(testCase.grid("albums").current, 0);
    }

    function test_renamedInPlace() {
        testCase.photos.addPhotos(1);
        testCase.photos.addAlbum("Sea", 1);
        testCase.openAlbums(1);
        keyClick(Qt.Key_Home);
        keyClick(Qt.Key_F2);
        keyClick(Qt.Key_L);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.albums("name = 'l'") === 1);
        keyClick(Qt.Key_F2);
        keyClick(Qt.Key_X);
        keyClick(Qt.Key_Escape);
        verify(testCase.grid("albums").activeFocus);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.sees("l, rename"));
        keyClick(Qt.Key_F2);
        keyClick(Qt.Key_M);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.albums("name = 'm'") === 1);
        tryCompare(AlbumActs, "isBusy", false);
        UndoStack.undo();
        tryVerify(() => testCase.sees("l, rename"));
    }

    function test_deletedAndBack() {
        testCase.photos.addPhotos(2);
        testCase.photos.addAlbum("Sea", 2);
        testCase.photos.addAlbum("Lake", 1);
        testCase.openAlbums(2);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        tryVerify(() => testCase.sees("2 selected"));
        keyClick(Qt.Key_Delete);
        tryCompare(testCase.grid("albums"), "total", 0);
        compare(testCase.photos.number("SELECT count(*) FROM asset WHERE trashed_at IS NULL"), 2);
        tryCompare(AlbumActs, "isBusy", false);
        UndoStack.undo();
        tryCompare(testCase.grid("albums"), "total", 2);
        compare(testCase.photos.number("SELECT count(*) FROM album_asset"), 3);
    }

    function test_clientsChangesShow() {
        testCase.photos.addPhotos(2);
        const id = testCase.photos.addAlbum("Sea", 2);
        testCase.open({
                "album": id
            });
        tryVerify(() => testCase.sees("Sea, rename"));
        testCase.photos.renameAlbum(id, "Lake");
        tryVerify(() => testCase.sees("Lake, rename"));
        keyClick(Qt.Key_Left, Qt.AltModifier);
        testCase.photos.addAlbum("Hill", 1);
        tryCompare(testCase.grid("albums"), "total", 2);
    }

    function test_searched() {
        for (const name of ["Sea", "Lake", "Hill"])
            testCase.photos.addAlbum(name, 0);
        testCase.openAlbums(3);
        keyClick(Qt.Key_F, Qt.ControlModifier);
        keyClick(Qt.Key_Q);
        tryVerify(() => testCase.sees("No album is called that"));
        mouseClick(testCase.find(testCase.page, "Show all albums"));
        tryCompare(testCase.grid("albums"), "total", 3);
    }

    name: "Albums"
}
