// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What can be done with the people who are selected, where the mouse is.
Menu {
    id: menu

    required property int chosen
    required property bool isFavourite
    required property bool isHidden

    signal openWanted
    signal nameWanted
    signal mergeWanted
    signal favouriteWanted
    signal hideWanted

    MenuItem {
        visible: menu.chosen === 1
        text: qsTr("Open")
        keys: "Enter"
        icon.name: "person"
        onTriggered: menu.openWanted()
    }

    MenuItem {
        visible: menu.chosen === 1
        text: qsTr("Name")
        keys: "F2"
        icon.name: "edit"
        onTriggered: menu.nameWanted()
    }

    MenuItem {
        visible: menu.chosen > 1
        text: qsTr("Merge into one person")
        keys: "M"
        icon.name: "merge"
        onTriggered: menu.mergeWanted()
    }

    MenuItem {
        text: menu.isFavourite ? qsTr("Take out of the favourites") : qsTr("Add to the favourites")
        keys: "L"
        icon.name: "heart"
        onTriggered: menu.favouriteWanted()
    }

    MenuItem {
        text: menu.isHidden ? qsTr("Show again") : qsTr("Hide")
        keys: "H"
        icon.name: menu.isHidden ? "eye" : "hide"
        onTriggered: menu.hideWanted()
    }
}
