// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The keys of the page of one album.
Item {
    id: commands

    required property bool isOn
    /// So many photos are selected.
    required property int chosen
    required property bool isOldestFirst
    readonly property string group: qsTr("An album")

    signal back
    signal nameWanted
    signal descriptionWanted
    signal orderWanted
    signal removalWanted
    signal coverWanted
    signal deletionWanted
    signal detailsWanted

    Command {
        text: qsTr("Back to all albums")
        icon: "arrow-left"
        group: commands.group
        sequences: ["Alt+Left", "Backspace"]
        enabled: commands.isOn
        onActivated: commands.back()
    }

    Command {
        text: qsTr("Rename the album")
        icon: "edit"
        group: commands.group
        sequences: ["F2"]
        enabled: commands.isOn
        onActivated: commands.nameWanted()
    }

    Command {
        text: qsTr("Describe the album")
        icon: "list"
        group: commands.group
        sequences: ["E"]
        enabled: commands.isOn
        onActivated: commands.descriptionWanted()
    }

    Command {
        text: commands.isOldestFirst ? qsTr("Newest photos first") : qsTr("Oldest photos first")
        icon: "sort"
        group: commands.group
        enabled: commands.isOn
        onActivated: commands.orderWanted()
    }

    Command {
        text: qsTr("Take out of the album")
        icon: "minus"
        group: commands.group
        sequences: ["Shift+B"]
        enabled: commands.isOn && commands.chosen > 0
        onActivated: commands.removalWanted()
    }

    Command {
        text: qsTr("Use as the cover of the album")
        icon: "image"
        group: commands.group
        enabled: commands.isOn && commands.chosen === 1
        onActivated: commands.coverWanted()
    }

    Command {
        text: qsTr("Delete the album, keep the photos")
        icon: "trash"
        group: commands.group
        enabled: commands.isOn
        onActivated: commands.deletionWanted()
    }

    Command {
        text: qsTr("Details")
        icon: "info"
        group: commands.group
        sequences: ["I"]
        enabled: commands.isOn
        onActivated: commands.detailsWanted()
    }
}
