// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Photos
import Kinframe.Ui.Images

/// What the line over the photo has no room for, and what is done rarely.
Menu {
    id: menu

    required property string assetId
    required property bool isTrashed
    required property bool isArchived
    required property bool isStacked
    required property bool isCover
    required property bool isOfSome
    required property bool canMark

    signal turned(int quarterTurns)
    signal facesToggled
    signal drawingWanted
    signal fitted
    signal wholeListWanted

    MenuItem {
        visible: !menu.isTrashed
        text: qsTr("Rotate to the right")
        keys: "R"
        icon.name: "rotate-right"
        onTriggered: menu.turned(1)
    }

    MenuItem {
        visible: !menu.isTrashed
        text: qsTr("Rotate to the left")
        keys: "Shift+R"
        icon.name: "rotate-left"
        onTriggered: menu.turned(-1)
    }

    MenuItem {
        visible: !menu.isTrashed
        text: menu.isArchived ? qsTr("Take out of the archive") : qsTr("Archive")
        keys: "A"
        icon.name: "archive"
        onTriggered: ImageActs.setArchived(menu.assetId, !menu.isArchived)
    }

    MenuItem {
        visible: menu.isStacked && !menu.isCover
        text: qsTr("Make it the cover")
        keys: "Shift+S"
        icon.name: "stack"
        onTriggered: StackActs.makeCover(menu.assetId)
    }

    MenuItem {
        visible: menu.isStacked
        text: qsTr("Take out of the stack")
        onTriggered: StackActs.takeOut(menu.assetId)
    }

    MenuItem {
        visible: menu.isStacked
        text: qsTr("Unstack")
        keys: "Ctrl+Shift+G"
        onTriggered: StackActs.unstack(menu.assetId)
    }

    MenuItem {
        visible: !menu.isTrashed
        text: qsTr("Tags…")
        keys: "T"
        icon.name: "tag"
        onTriggered: Requests.tagsWanted(menu.assetId)
    }

    MenuItem {
        visible: !menu.isTrashed
        text: qsTr("Add to album…")
        icon.name: "album"
        onTriggered: Requests.albumsWanted(menu.assetId)
    }

    MenuItem {
        visible: !menu.isTrashed
        text: qsTr("Change properties…")
        keys: "P"
        icon.name: "edit"
        onTriggered: Requests.propertiesWanted(menu.assetId)
    }

    MenuItem {
        text: qsTr("Export…")
        keys: "Ctrl+E"
        icon.name: "upload"
        onTriggered: Requests.exportWanted(menu.assetId)
    }

    MenuItem {
        text: qsTr("Copy")
        keys: "Ctrl+C"
        icon.name: "copy"
        onTriggered: ExportActs.copyFiles(menu.assetId)
    }

    MenuItem {
        text: qsTr("Show the faces")
        keys: "F"
        icon.name: "face"
        onTriggered: menu.facesToggled()
    }

    MenuItem {
        text: qsTr("Mark a face by hand")
        keys: "B"
        icon.name: "edit"
        enabled: menu.canMark
        onTriggered: menu.drawingWanted()
    }

    MenuItem {
        text: qsTr("Show all of it")
        keys: "Z"
        icon.name: "fit"
        onTriggered: menu.fitted()
    }

    MenuItem {
        visible: menu.isOfSome
        text: qsTr("Show it among all photos")
        keys: "G"
        icon.name: "images"
        onTriggered: menu.wholeListWanted()
    }
}
