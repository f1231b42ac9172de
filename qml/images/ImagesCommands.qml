// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Ui

/// The keys of the photo page.
Item {
    id: commands

    required property bool isOn
    required property Selection selection
    required property bool isTrash

    readonly property string group: qsTr("Images")

    signal deletionWanted
    signal detailsWanted
    signal filterWanted
    signal zoomed(int steps)

    PhotoCommands {
        isOn: commands.isOn
        selection: commands.selection
        isTrash: commands.isTrash
        group: commands.group
        onDeletionWanted: commands.deletionWanted()
    }

    Command {
        text: qsTr("Details")
        icon: "info"
        group: commands.group
        sequences: ["I"]
        enabled: commands.isOn
        onActivated: commands.detailsWanted()
    }

    Command {
        text: qsTr("Choose which photos to see")
        icon: "filter"
        group: commands.group
        sequences: ["Ctrl+F"]
        enabled: commands.isOn
        onActivated: commands.filterWanted()
    }

    Command {
        text: qsTr("Larger photos")
        icon: "zoom-in"
        group: commands.group
        sequences: ["Ctrl++", "Ctrl+="]
        enabled: commands.isOn
        onActivated: commands.zoomed(1)
    }

    Command {
        text: qsTr("Smaller photos")
        icon: "zoom-out"
        group: commands.group
        sequences: ["Ctrl+-"]
        enabled: commands.isOn
        onActivated: commands.zoomed(-1)
    }
}
