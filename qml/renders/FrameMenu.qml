// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What can be done with frames.
Menu {
    id: menu

    property bool hasPicture: false
    property bool canRetry: false
    property int amount: 1

    signal pictureWanted
    signal logWanted
    signal retryWanted

    MenuItem {
        text: qsTr("Show the picture")
        keys: "Return"
        icon.name: "image"
        enabled: menu.hasPicture
        onTriggered: menu.pictureWanted()
    }

    MenuItem {
        text: qsTr("Show the log")
        keys: "G"
        icon.name: "log"
        onTriggered: menu.logWanted()
    }

    MenuSeparator {
    }

    MenuItem {
        text: qsTr("Render %n frame(s) again", "", menu.amount)
        keys: "Shift+R"
        icon.name: "refresh"
        enabled: menu.canRetry
        onTriggered: menu.retryWanted()
    }
}
