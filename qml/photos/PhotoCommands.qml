// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Images

/// The keys for the photos that are selected in a list.
Item {
    id: commands

    required property bool isOn
    required property Selection selection
    required property string group
    property bool isTrash: false

    readonly property bool hasSome: isOn && !selection.isEmpty
    readonly property bool canEdit: hasSome && !isTrash

    signal deletionWanted

    Command {
        text: commands.isTrash ? qsTr("Delete for good") : qsTr("Move to the trash")
        icon: "trash"
        group: commands.group
        sequences: ["Del"]
        enabled: commands.hasSome
        onActivated: {
            if (commands.isTrash)
                commands.deletionWanted();
            else
                ImageActs.moveToTrash(commands.selection);
        }
    }

    Command {
        text: qsTr("Favourite")
        icon: "heart"
        group: commands.group
        sequences: ["L"]
        enabled: commands.canEdit
        onActivated: ImageActs.toggleFavourite(commands.selection)
    }

    Command {
        text: qsTr("Rotate to the right")
        icon: "rotate-right"
        group: commands.group
        sequences: ["R"]
        enabled: commands.canEdit
        onActivated: ImageActs.turn(commands.selection, 1)
    }

    Command {
        text: qsTr("Rotate to the left")
        icon: "rotate-left"
        group: commands.group
        sequences: ["Shift+R"]
        enabled: commands.canEdit
        onActivated: ImageActs.turn(commands.selection, -1)
    }

    Repeater {
        model: 6

        Item {
            id: stars

            required property int index

            Command {
                text: stars.index === 0 ? qsTr("No rating") : qsTr("Rate with %n star(s)", "", stars.index)
                icon: "star"
                group: commands.group
                sequences: [String(stars.index)]
                enabled: commands.canEdit
                onActivated: ImageActs.rate(commands.selection, stars.index)
            }
        }
    }
}
