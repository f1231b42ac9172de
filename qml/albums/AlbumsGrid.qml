// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Albums

/// All albums by their covers.
FocusScope {
    id: view

    required property bool isOn
    /// Which album's name is being written; empty: none.
    property string naming: ""
    /// What was written of it so far: a window that changes its size makes the field anew.
    property string draft: ""
    /// The album that was made just now, until it is there.
    property string sought: ""

    signal albumOpened(string album)
    signal photosWanted

    /// Makes it the current one, as soon as it is known.
    function reveal(album: string) {
        view.sought = album;
        view.seek();
    }

    function seek() {
        const row = view.sought === "" ? -1 : albums.rowOfAlbum(view.sought);
        if (row < 0)
            return;
        view.sought = "";
        grid.positionAt(row);
        choice.select(row);
        // The button that the dialog would give the keyboard back to may be gone.
        if (view.isOn)
            grid.forceActiveFocus();
    }

    function beginNaming(row: int) {
        if (row < 0)
            return;
        grid.positionAt(row);
        view.draft = albums.nameAt(row);
        view.naming = albums.idAt(row);
    }

    function endNaming() {
        view.naming = "";
        grid.forceActiveFocus();
    }

    function giveName(album: string, name: string) {
        view.endNaming();
        if (name.trim() !== "" && name.trim() !== albums.nameAt(albums.rowOfAlbum(album)))
            AlbumActs.rename(album, name);
    }

    /// The rows that an act is about: those selected, else the current one.
    function rowsMeant(): var {
        return !choice.isEmpty ? choice.rows() : grid.current >= 0 ? [grid.current] : [];
    }

    function deleteMeant() {
        const rows = view.rowsMeant();
        if (rows.length > 0)
            AlbumActs.deleteAlbums(albums.idsAt(rows));
        grid.forceActiveFocus();
    }

    AlbumsModel {
        id: albums

        isOn: view.isOn
        search: header.query
        order: Preferences.value("albums/order", AlbumsModel.NewestFirst)
        onSectionsChanged: soon.start()
    }

    // Once the grid has followed.
    Timer {
        id: soon

        interval: 0
        onTriggered: {
            view.seek();
            // What had the keyboard is gone: the button where there was no album yet, say.
            if (view.Window.activeFocusItem === view)
                grid.forceActiveFocus();
        }
    }

    Selection {
        id: choice

        model: albums
    }

    AlbumsCommands {
        isOn: view.isOn && view.naming === ""
        chosen: choice.count
        hasCurrent: grid.current >= 0 || !choice.isEmpty
        onSearchWanted: header.focusSearch()
        onNewWanted: naming.ask()
        onNameWanted: view.beginNaming(choice.count === 1 ? choice.rows()[0] : grid.current)
        onDeletionWanted: view.deleteMeant()
        onPhotosWanted: view.photosWanted()
    }

    AlbumsHeader {
        id: header

        width: parent.width
        model: albums
        onPhotosWanted: view.photosWanted()
        onNewWanted: naming.ask()
        onOrderChosen: order => {
            albums.order = order;
            Preferences.setValue("albums/order", order);
            grid.contentY = 0;
        }
    }

    PictureGrid {
        id: grid

        objectName: "albums"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        visible: albums.count > 0
        model: albums
        selection: choice
        // Larger where there is much room.
        cell: Math.round(Math.min(Math.max(168, Math.min(240, view.width / 7)) * Math.sqrt(Theme.scale), view.width / 2.4))
        gap: Theme.space1
        margin: Theme.space2
        caption: Math.round(Theme.textNormal * 1.5 + 2 * Theme.textSmall * 1.4)
        name: qsTr("Albums")
        onOpened: row => view.albumOpened(albums.idAt(row))
        onContextMenuRequested: (row, x, y) => {
            if (row >= 0)
                menu.popup(grid, x, y);
        }

        delegate: AlbumCell {
            id: cell

            naming: view.naming !== "" && cell.albumId === view.naming
            draft: view.draft
            onDrafted: text => view.draft = text
            onNamed: name => view.giveName(cell.albumId, name)
            onNamingCanceled: view.endNaming()
        }
    }

    AlbumsStates {
        anchors.fill: grid
        model: albums
        cell: grid.cell
        caption: grid.caption
        onNewWanted: naming.ask()
        onClearingWanted: header.clearSearch()
    }

    AlbumsBar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        selection: choice
        onDeletionWanted: view.deleteMeant()
    }

    AlbumsMenu {
        id: menu

        chosen: choice.count
        onOpenWanted: view.albumOpened(albums.idAt(choice.rows()[0]))
        onNameWanted: view.beginNaming(choice.rows()[0])
        onDeletionWanted: view.deleteMeant()
    }

    NewAlbumDialog {
        id: naming

        onNamed: name => AlbumActs.make(name)
    }
}
