// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Photos as Photos
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Images

/// What can be done with the photos that are selected, where the mouse is.
Menu {
    id: acts

    required property Selection selection
    property bool isTrash: false
    /// All of them are in the archive.
    property bool isArchive: false

    /// One of them stands for others, as far as can be told without asking.
    property bool hasStack: false

    /// They are looked at as those of an album.
    property bool isAlbum: false

    signal removalWanted
    signal coverWanted
    signal openWanted
    signal deletionWanted

    onAboutToShow: {
        const list = acts.selection.model as TimelineModel;
        acts.hasStack = list !== null && acts.selection.rows().slice(0, 100).some(row => list.data(list.index(row, 0), TimelineModel.StackedRole) > 0);
    }

    MenuItem {
        text: qsTr("Open")
        keys: "Enter"
        icon.name: "eye"
        onTriggered: acts.openWanted()
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Add to the favourites")
        keys: "L"
        icon.name: "heart"
        onTriggered: ImageActs.setFavourite(acts.selection, true)
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Take out of the favourites")
        onTriggered: ImageActs.setFavourite(acts.selection, false)
    }

    Menu {
        id: rating

        title: qsTr("Rate")
        enabled: !acts.isTrash

        Instantiator {
            model: 6
            onObjectAdded: (index, item) => rating.insertItem(index, item as MenuItem)
            onObjectRemoved: (index, item) => rating.removeItem(item as MenuItem)

            delegate: MenuItem {
                required property int index

                text: index === 0 ? qsTr("No rating") : "★".repeat(index)
                keys: String(index)
                onTriggered: ImageActs.rate(acts.selection, index)
            }
        }
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Add to album…")
        keys: "B"
        icon.name: "album"
        onTriggered: Photos.Requests.albumsWanted(acts.selection)
    }

    MenuItem {
        visible: acts.isAlbum
        text: qsTr("Take out of the album")
        keys: "Shift+B"
        icon.name: "minus"
        onTriggered: acts.removalWanted()
    }

    MenuItem {
        visible: acts.isAlbum && acts.selection.count === 1
        text: qsTr("Use as the cover of the album")
        icon.name: "image"
        onTriggered: acts.coverWanted()
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Tags…")
        keys: "T"
        icon.name: "tag"
        onTriggered: Photos.Requests.tagsWanted(acts.selection)
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Change properties…")
        keys: "P"
        icon.name: "edit"
        onTriggered: Photos.Requests.propertiesWanted(acts.selection)
    }

    MenuItem {
        visible: acts.selection.count === 2
        text: qsTr("Compare")
        keys: "C"
        icon.name: "compare"
        onTriggered: Navigator.compare(acts.selection.model, acts.selection.rows())
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Rotate to the right")
        keys: "R"
        icon.name: "rotate-right"
        onTriggered: ImageActs.turn(acts.selection, 1)
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Rotate to the left")
        keys: "Shift+R"
        icon.name: "rotate-left"
        onTriggered: ImageActs.turn(acts.selection, -1)
    }

    MenuItem {
        visible: !acts.isTrash
        text: acts.isArchive ? qsTr("Take out of the archive") : qsTr("Archive")
        keys: "A"
        icon.name: "archive"
        onTriggered: ImageActs.toggleArchived(acts.selection)
    }

    MenuItem {
        visible: !acts.isTrash && acts.selection.count > 1
        text: qsTr("Stack")
        keys: "Ctrl+G"
        icon.name: "stack"
        onTriggered: StackActs.stack(acts.selection)
    }

    MenuItem {
        visible: acts.hasStack
        text: qsTr("Unstack")
        keys: "Ctrl+Shift+G"
        onTriggered: StackActs.unstack(acts.selection)
    }

    MenuItem {
        visible: acts.isTrash
        text: qsTr("Restore")
        icon.name: "restore"
        onTriggered: ImageActs.restore(acts.selection)
    }

    MenuSeparator {
    }

    MenuItem {
        text: qsTr("Export…")
        keys: "Ctrl+E"
        icon.name: "upload"
        onTriggered: Photos.Requests.exportWanted(acts.selection)
    }

    MenuItem {
        text: qsTr("Copy")
        keys: "Ctrl+C"
        icon.name: "copy"
        onTriggered: ExportActs.copyFiles(acts.selection)
    }

    MenuItem {
        text: qsTr("Copy the path")
        keys: "Ctrl+Shift+C"
        onTriggered: ExportActs.copyPaths(acts.selection)
    }

    MenuItem {
        text: qsTr("Copy the SHA-256")
        onTriggered: ExportActs.copyHashes(acts.selection)
    }

    MenuSeparator {
    }

    MenuItem {
        text: acts.isTrash ? qsTr("Delete for good…") : qsTr("Move to the trash")
        keys: "Del"
        icon.name: "trash"
        isDanger: acts.isTrash
        onTriggered: {
            if (acts.isTrash)
                acts.deletionWanted();
            else
                ImageActs.moveToTrash(acts.selection);
        }
    }
}
