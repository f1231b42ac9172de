// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Servers

/// What can be done with a server.
Menu {
    id: menu

    property string server: ""
    property bool canOpen: true
    property bool isSyncing: false

    signal openWanted
    signal signInWanted
    signal renameWanted

    MenuItem {
        text: qsTr("Open")
        keys: "Return"
        icon.name: "grid"
        visible: menu.canOpen
        onTriggered: menu.openWanted()
    }

    MenuItem {
        text: menu.isSyncing ? qsTr("Stop reading its list") : qsTr("Read its list again")
        keys: menu.isSyncing ? "" : "F5"
        icon.name: menu.isSyncing ? "stop" : "refresh"
        onTriggered: {
            if (menu.isSyncing)
                ServerActs.cancelSync(menu.server);
            else
                ServerActs.sync(menu.server);
        }
    }

    MenuItem {
        text: qsTr("Download all of it")
        icon.name: "download"
        onTriggered: ServerActs.downloadAll(menu.server, false)
    }

    MenuItem {
        text: qsTr("Download all of it into the library")
        icon.name: "images"
        onTriggered: ServerActs.downloadAll(menu.server, true)
    }

    MenuItem {
        text: qsTr("Sign in again…")
        icon.name: "key"
        onTriggered: menu.signInWanted()
    }

    MenuItem {
        text: qsTr("Rename…")
        keys: "F2"
        icon.name: "edit"
        onTriggered: menu.renameWanted()
    }

    MenuSeparator {
    }

    MenuItem {
        text: qsTr("Remove")
        keys: menu.canOpen ? "Del" : ""
        icon.name: "trash"
        isDanger: true
        onTriggered: ServerActs.remove(menu.server)
    }
}
