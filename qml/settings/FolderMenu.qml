// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What can be done with a folder.
Menu {
    id: menu

    property bool isAway: false
    property bool isScanning: false

    signal scanWanted
    signal moveWanted
    signal removalWanted

    MenuItem {
        text: qsTr("Look through it now")
        icon.name: "refresh"
        enabled: !menu.isScanning
        onTriggered: menu.scanWanted()
    }

    MenuItem {
        text: qsTr("It is somewhere else now…")
        icon.name: "folder"
        enabled: menu.isAway
        onTriggered: menu.moveWanted()
    }

    MenuSeparator {
    }

    MenuItem {
        text: qsTr("Remove…")
        icon.name: "trash"
        onTriggered: menu.removalWanted()
    }
}
