// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Images

/// The keys of the photo page.
Item {
    id: commands

    required property bool isOn
    required property Selection selection
    required property bool isTrash

    readonly property bool hasSome: isOn && !selection.isEmpty
    readonly property bool canEdit: hasSome && !isTrash
    readonly property string group: qsTr("Images")

    signal deletionWanted
    signal detailsWanted
    signal filterWanted
    signal zoomed(int steps)

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
        text: qsTr("Add to the favourites")
        icon: "heart"
        group: commands.group
        sequences: ["L"]
        enabled: commands.canEdit
        onActivated: ImageActs.setFavourite(commands.selection, true)
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
