// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Photos as Photos
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
    /// All of them are in the archive.
    property bool isArchive: false

    readonly property bool hasSome: isOn && !selection.isEmpty
    readonly property bool canEdit: hasSome && !isTrash

    signal deletionWanted

    Connections {
        target: StackActs
        enabled: commands.isOn

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    PhotoDialogs {
        isOn: commands.isOn
    }

    Command {
        text: qsTr("Compare two photos")
        icon: "compare"
        group: commands.group
        sequences: ["C"]
        enabled: commands.isOn && commands.selection.count === 2
        onActivated: Navigator.compare(commands.selection.model, commands.selection.rows())
    }

    Command {
        text: qsTr("Copy the path")
        icon: "copy"
        group: commands.group
        sequences: ["Ctrl+Shift+C"]
        enabled: commands.hasSome
        onActivated: ExportActs.copyPaths(commands.selection)
    }

    Command {
        text: qsTr("Copy")
        icon: "copy"
        group: commands.group
        sequences: ["Ctrl+C"]
        enabled: commands.hasSome
        onActivated: ExportActs.copyFiles(commands.selection)
    }

    Command {
        text: qsTr("Export")
        icon: "upload"
        group: commands.group
        sequences: ["Ctrl+E"]
        enabled: commands.hasSome
        onActivated: Photos.Requests.exportWanted(commands.selection)
    }

    Command {
        text: qsTr("Change properties")
        icon: "edit"
        group: commands.group
        sequences: ["P"]
        enabled: commands.canEdit
        onActivated: Photos.Requests.propertiesWanted(commands.selection)
    }

    Command {
        text: qsTr("Add to album")
        icon: "album"
        group: commands.group
        sequences: ["B"]
        enabled: commands.canEdit
        onActivated: Photos.Requests.albumsWanted(commands.selection)
    }

    Command {
        text: qsTr("Tags")
        icon: "tag"
        group: commands.group
        sequences: ["T"]
        enabled: commands.canEdit
        onActivated: Photos.Requests.tagsWanted(commands.selection)
    }

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
        text: commands.isArchive ? qsTr("Take out of the archive") : qsTr("Archive")
        icon: "archive"
        group: commands.group
        sequences: ["A"]
        enabled: commands.canEdit
        onActivated: ImageActs.toggleArchived(commands.selection)
    }

    Command {
        text: qsTr("Stack")
        icon: "stack"
        group: commands.group
        sequences: ["Ctrl+G"]
        enabled: commands.canEdit && commands.selection.count > 1
        onActivated: StackActs.stack(commands.selection)
    }

    Command {
        text: qsTr("Unstack")
        icon: "stack"
        group: commands.group
        sequences: ["Ctrl+Shift+G"]
        enabled: commands.canEdit
        onActivated: StackActs.unstack(commands.selection)
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
