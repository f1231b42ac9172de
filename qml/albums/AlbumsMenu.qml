// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What can be done with the albums that are selected, where the mouse is.
Menu {
    id: menu

    required property int chosen

    signal openWanted
    signal nameWanted
    signal deletionWanted

    MenuItem {
        visible: menu.chosen === 1
        text: qsTr("Open")
        keys: "Enter"
        icon.name: "album"
        onTriggered: menu.openWanted()
    }

    MenuItem {
        visible: menu.chosen === 1
        text: qsTr("Rename")
        keys: "F2"
        icon.name: "edit"
        onTriggered: menu.nameWanted()
    }

    MenuItem {
        text: menu.chosen > 1 ? qsTr("Delete %n album(s), keep the photos", "", menu.chosen) : qsTr("Delete the album, keep the photos")
        keys: "Del"
        icon.name: "trash"
        onTriggered: menu.deletionWanted()
    }
}
