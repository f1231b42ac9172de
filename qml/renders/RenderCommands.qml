// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The keys of a render.
Item {
    id: commands

    required property bool isOn
    required property string group

    signal pauseWanted
    signal cancelWanted
    signal retryWanted
    signal videoWanted

    Command {
        text: qsTr("Pause, or go on")
        icon: "pause"
        group: commands.group
        sequences: ["Space"]
        enabled: commands.isOn
        onActivated: commands.pauseWanted()
    }

    Command {
        text: qsTr("Cancel the render")
        icon: "stop"
        group: commands.group
        sequences: ["Del"]
        enabled: commands.isOn
        onActivated: commands.cancelWanted()
    }

    Command {
        text: qsTr("Render what failed again")
        icon: "refresh"
        group: commands.group
        sequences: ["R"]
        enabled: commands.isOn
        onActivated: commands.retryWanted()
    }

    Command {
        text: qsTr("Save as video")
        icon: "video"
        group: commands.group
        sequences: ["Ctrl+E"]
        enabled: commands.isOn
        onActivated: commands.videoWanted()
    }
}
