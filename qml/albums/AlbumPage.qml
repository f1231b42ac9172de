// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Albums
import Kinframe.Ui.Images

/// One album: what it is called, what is said of it, and its photos.
FocusScope {
    id: page

    required property string album
    required property bool isOn
    required property Component photoCell
    /// The keys are this page's.
    readonly property bool hasKeys: isOn && !header.isNaming
    readonly property alias name: details.name

    signal back
    signal photosWanted

    Keys.onEscapePressed: page.back()

    function removeChosen() {
        AlbumActs.remove(page.album, details.name, choice);
        grid.forceActiveFocus();
    }

    function coverChosen() {
        AlbumActs.setCover(page.album, choice);
    }

    function deleteAlbum() {
        // Going back ends this page.
        AlbumActs.deleteAlbums([page.album]);
        page.back();
    }

    AlbumDetails {
        id: details

        album: page.album
        onContentsChanged: photos.reload()
        // Somebody else has deleted it.
        onChanged: {
            if (details.status === AlbumDetails.Gone)
                page.back();
        }
    }

    TimelineModel {
        id: photos

        query: details.query
        order: details.order
        onOrderChanged: grid.contentY = 0
    }

    Selection {
        id: choice

        model: photos
    }

    Connections {
        target: Navigator

        function onViewerClosed(model: QtObject, row: int) {
            if (model === photos)
                grid.positionAt(row);
        }
    }

    PhotoCommands {
        isOn: page.hasKeys
        selection: choice
        group: qsTr("Photos of an album")
    }

    AlbumCommands {
        isOn: page.hasKeys
        chosen: choice.count
        isOldestFirst: details.isOldestFirst
        onBack: page.back()
        onNameWanted: header.beginNaming()
        onDescriptionWanted: describing.ask(details.description)
        onOrderWanted: AlbumActs.setOldestFirst(page.album, !details.isOldestFirst)
        onRemovalWanted: page.removeChosen()
        onCoverWanted: page.coverChosen()
        onDeletionWanted: page.deleteAlbum()
        onDetailsWanted: panel.toggle()
    }

    AlbumHeader {
        id: header

        width: parent.width
        details: details
        showsDetails: panel.open
        onBack: page.back()
        onNamed: name => AlbumActs.rename(page.album, name)
        onNamingEnded: grid.forceActiveFocus()
        onDescriptionWanted: describing.ask(details.description)
        onOrderWanted: AlbumActs.setOldestFirst(page.album, !details.isOldestFirst)
        onDeletionWanted: page.deleteAlbum()
        onDetailsWanted: panel.toggle()
    }

    PictureGrid {
        id: grid

        objectName: "albumPhotos"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: panel.left
        focus: true
        visible: photos.count > 0
        model: photos
        selection: choice
        isJustified: Preferences.value("images/layout", "square") === "justified"
        cell: Math.round(Math.min(Preferences.value("images/cell", 160) * Math.sqrt(Theme.scale), grid.width / 2))
        name: qsTr("Photos")
        delegate: page.photoCell
        onOpened: row => Navigator.viewerRequested(photos, row)
        onDraggedOut: ExportActs.dragOut(choice, grid)
        onContextMenuRequested: (row, x, y) => {
            if (row >= 0)
                menu.popup(grid, x, y);
        }
    }

    AlbumStates {
        anchors.fill: grid
        details: details
        photos: photos
        cell: grid.cell
        onPhotosWanted: page.photosWanted()
    }

    SelectionBar {
        anchors.horizontalCenter: grid.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        selection: choice
        isAlbum: true
        onRemovalWanted: page.removeChosen()
        onMenuWanted: at => menu.popup(at, 0, -menu.height)
    }

    ImageMenu {
        id: menu

        selection: choice
        isAlbum: true
        onOpenWanted: Navigator.viewerRequested(photos, grid.current)
        onRemovalWanted: page.removeChosen()
        onCoverWanted: page.coverChosen()
    }

    SidePanel {
        id: panel

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        size: Math.min(Math.round(320 * Theme.scale), page.width)
        title: qsTr("Details")
        key: "details/open"

        DetailsPanel {
            anchors.fill: parent
            model: photos
            row: panel.open ? grid.current : -1
            selection: panel.open ? choice : null
        }
    }

    DescriptionDialog {
        id: describing

        onDescribed: text => {
            if (text.trim() !== details.description)
                AlbumActs.describe(page.album, text);
        }
    }
}
