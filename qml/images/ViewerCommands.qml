// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Ui.Images

/// The keys of the viewer.
Item {
    id: commands

    required property string assetId
    required property bool isOn
    required property bool isTrashed
    required property bool isArchived
    required property bool isStacked
    required property bool isCover
    /// It is looked at from a list of some photos, not of all.
    required property bool isOfSome
    readonly property string group: qsTr("Viewer")

    signal stepped(int by)
    signal steppedInStack(int by)
    signal closed
    signal zoomed(int direction)
    signal fitted
    signal rated(int stars)
    signal turned(int quarterTurns)
    signal trashed
    signal favouriteToggled
    signal facesToggled
    signal drawingWanted
    signal detailsToggled
    signal played
    signal wholeListWanted

    Connections {
        target: ImageActs

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    Connections {
        target: StackActs

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    component Key: Command {
        group: commands.group
        enabled: commands.isOn
    }

    Key {
        text: qsTr("Next photo")
        icon: "chevron-right"
        sequences: ["Right", "PgDown"]
        onActivated: commands.stepped(1)
    }

    Key {
        text: qsTr("Previous photo")
        icon: "chevron-left"
        sequences: ["Left", "PgUp"]
        onActivated: commands.stepped(-1)
    }

    Key {
        text: qsTr("Next photo of the stack")
        icon: "chevron-down"
        sequences: ["Down"]
        enabled: commands.isOn && commands.isStacked
        onActivated: commands.steppedInStack(1)
    }

    Key {
        text: qsTr("Previous photo of the stack")
        icon: "chevron-up"
        sequences: ["Up"]
        enabled: commands.isOn && commands.isStacked
        onActivated: commands.steppedInStack(-1)
    }

    Key {
        text: qsTr("Make it the cover")
        icon: "stack"
        sequences: ["Shift+S"]
        enabled: commands.isOn && commands.isStacked && !commands.isCover
        onActivated: StackActs.makeCover(commands.assetId)
    }

    Key {
        text: qsTr("Unstack")
        icon: "stack"
        sequences: ["Ctrl+Shift+G"]
        enabled: commands.isOn && commands.isStacked
        onActivated: StackActs.unstack(commands.assetId)
    }

    Key {
        text: qsTr("Back to all photos")
        icon: "arrow-left"
        sequences: ["Esc", "Alt+Left"]
        onActivated: commands.closed()
    }

    Key {
        text: qsTr("Enlarge")
        icon: "zoom-in"
        sequences: ["+", "=", "Ctrl++", "Ctrl+="]
        onActivated: commands.zoomed(1)
    }

    Key {
        text: qsTr("Reduce")
        icon: "zoom-out"
        sequences: ["-", "Ctrl+-"]
        onActivated: commands.zoomed(-1)
    }

    Key {
        text: qsTr("Show all of it")
        icon: "fit"
        sequences: ["Z", "Ctrl+0"]
        onActivated: commands.fitted()
    }

    Repeater {
        model: commands.isTrashed ? 0 : 6

        Item {
            id: stars

            required property int index

            Key {
                text: stars.index === 0 ? qsTr("No rating") : qsTr("Rate with %n star(s)", "", stars.index)
                icon: "star"
                sequences: [String(stars.index)]
                onActivated: commands.rated(stars.index)
            }
        }
    }

    Key {
        text: qsTr("Rotate to the right")
        icon: "rotate-right"
        sequences: ["R"]
        enabled: commands.isOn && !commands.isTrashed
        onActivated: commands.turned(1)
    }

    Key {
        text: qsTr("Rotate to the left")
        icon: "rotate-left"
        sequences: ["Shift+R"]
        enabled: commands.isOn && !commands.isTrashed
        onActivated: commands.turned(-1)
    }

    Key {
        text: commands.isTrashed ? qsTr("Delete for good") : qsTr("Move to the trash")
        icon: "trash"
        sequences: ["Del"]
        onActivated: commands.trashed()
    }

    Key {
        text: qsTr("Favourite")
        icon: "heart"
        sequences: ["L"]
        enabled: commands.isOn && !commands.isTrashed
        onActivated: commands.favouriteToggled()
    }

    Key {
        text: commands.isArchived ? qsTr("Take out of the archive") : qsTr("Archive")
        icon: "archive"
        sequences: ["A"]
        enabled: commands.isOn && !commands.isTrashed
        onActivated: ImageActs.setArchived(commands.assetId, !commands.isArchived)
    }

    Key {
        text: qsTr("Show the faces")
        icon: "face"
        sequences: ["F"]
        onActivated: commands.facesToggled()
    }

    Key {
        text: qsTr("Mark a face by hand")
        icon: "edit"
        sequences: ["B"]
        enabled: commands.isOn && !commands.isTrashed
        onActivated: commands.drawingWanted()
    }

    Key {
        text: qsTr("Tags")
        icon: "tag"
        sequences: ["T"]
        enabled: commands.isOn && !commands.isTrashed
        onActivated: Requests.tagsWanted(commands.assetId)
    }

    Key {
        text: qsTr("Change properties")
        icon: "edit"
        sequences: ["P"]
        enabled: commands.isOn && !commands.isTrashed
        onActivated: Requests.propertiesWanted(commands.assetId)
    }

    Key {
        text: qsTr("Export")
        icon: "upload"
        sequences: ["Ctrl+E"]
        onActivated: Requests.exportWanted(commands.assetId)
    }

    Key {
        text: qsTr("Copy")
        icon: "copy"
        sequences: ["Ctrl+C"]
        onActivated: ExportActs.copyFiles(commands.assetId)
    }

    Key {
        text: qsTr("Details")
        icon: "info"
        sequences: ["I"]
        onActivated: commands.detailsToggled()
    }

    Key {
        text: qsTr("Show it among all photos")
        icon: "images"
        sequences: ["G"]
        enabled: commands.isOn && commands.isOfSome
        onActivated: commands.wholeListWanted()
    }

    Key {
        text: qsTr("Play or pause")
        icon: "play"
        sequences: ["Space"]
        onActivated: commands.played()
    }
}
