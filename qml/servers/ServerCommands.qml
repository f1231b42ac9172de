// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The keys of a server.
Item {
    id: commands

    required property bool isOn
    readonly property string group: qsTr("Servers")

    signal syncWanted
    signal renameWanted
    signal removalWanted

    Command {
        text: qsTr("Read its list again")
        icon: "refresh"
        group: commands.group
        sequences: ["F5"]
        enabled: commands.isOn
        onActivated: commands.syncWanted()
    }

    Command {
        text: qsTr("Rename the server")
        icon: "edit"
        group: commands.group
        sequences: ["F2"]
        enabled: commands.isOn
        onActivated: commands.renameWanted()
    }

    Command {
        text: qsTr("Remove the server")
        icon: "trash"
        group: commands.group
        sequences: ["Del"]
        enabled: commands.isOn
        onActivated: commands.removalWanted()
    }
}
