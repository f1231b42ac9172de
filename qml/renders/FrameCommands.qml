// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The keys of the frames of a render.
Item {
    id: commands

    required property bool isOn
    readonly property string group: qsTr("A render")

    signal back
    signal logWanted
    signal retryWanted

    Command {
        text: qsTr("Back to all renders")
        icon: "arrow-left"
        group: commands.group
        sequences: ["Alt+Left", "Backspace"]
        enabled: commands.isOn
        onActivated: commands.back()
    }

    Command {
        text: qsTr("Show or hide the log")
        icon: "log"
        group: commands.group
        sequences: ["G"]
        enabled: commands.isOn
        onActivated: commands.logWanted()
    }

    Command {
        text: qsTr("Render the chosen frames again")
        icon: "refresh"
        group: commands.group
        sequences: ["Shift+R"]
        enabled: commands.isOn
        onActivated: commands.retryWanted()
    }
}
