// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The keys of all albums.
Item {
    id: commands

    required property bool isOn
    required property int chosen
    required property bool hasCurrent
    readonly property string group: qsTr("Albums")

    signal searchWanted
    signal newWanted
    signal nameWanted
    signal deletionWanted
    signal photosWanted

    Command {
        text: qsTr("Search albums")
        icon: "search"
        group: commands.group
        sequences: ["Ctrl+F"]
        enabled: commands.isOn
        onActivated: commands.searchWanted()
    }

    Command {
        text: qsTr("New album")
        icon: "plus"
        group: commands.group
        sequences: ["Ctrl+N"]
        enabled: commands.isOn
        onActivated: commands.newWanted()
    }

    Command {
        text: qsTr("Rename the album")
        icon: "edit"
        group: commands.group
        sequences: ["F2"]
        enabled: commands.isOn && commands.hasCurrent && commands.chosen < 2
        onActivated: commands.nameWanted()
    }

    Command {
        text: qsTr("Delete the album, keep the photos")
        icon: "trash"
        group: commands.group
        sequences: ["Del"]
        enabled: commands.isOn && commands.hasCurrent
        onActivated: commands.deletionWanted()
    }

    Command {
        text: qsTr("Show the photos")
        icon: "images"
        group: commands.group
        sequences: ["Shift+A"]
        enabled: commands.isOn
        onActivated: commands.photosWanted()
    }
}
