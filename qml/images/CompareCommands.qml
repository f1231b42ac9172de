// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell

/// The keys while two photos are compared.
Item {
    id: commands

    property bool isOn: true
    required property bool canEdit
    readonly property string group: qsTr("Comparing two photos")

    signal closed
    signal stepped(int by)
    signal switched
    signal swapped
    signal linkToggled
    signal tableToggled
    signal zoomed(int direction)
    signal fitted
    signal rated(int stars)
    signal favouriteToggled

    component Key: Command {
        group: commands.group
        enabled: commands.isOn
    }

    Key {
        text: qsTr("Next photo on the right")
        icon: "chevron-right"
        sequences: ["Right", "PgDown"]
        onActivated: commands.stepped(1)
    }

    Key {
        text: qsTr("Previous photo on the right")
        icon: "chevron-left"
        sequences: ["Left", "PgUp"]
        onActivated: commands.stepped(-1)
    }

    Key {
        text: qsTr("Back to all photos")
        icon: "arrow-left"
        sequences: ["Esc", "Alt+Left"]
        onActivated: commands.closed()
    }

    Key {
        text: qsTr("To the other photo")
        icon: "compare"
        sequences: ["S"]
        onActivated: commands.switched()
    }

    Key {
        text: qsTr("Swap the two")
        icon: "swap"
        sequences: ["X"]
        onActivated: commands.swapped()
    }

    Key {
        text: qsTr("Enlarge and move both together")
        icon: "link"
        sequences: ["K"]
        onActivated: commands.linkToggled()
    }

    Key {
        text: qsTr("Show what is different")
        icon: "info"
        sequences: ["I"]
        onActivated: commands.tableToggled()
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

    Key {
        text: qsTr("Favourite")
        icon: "heart"
        sequences: ["L"]
        enabled: commands.isOn && commands.canEdit
        onActivated: commands.favouriteToggled()
    }

    Repeater {
        model: commands.canEdit ? 6 : 0

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
}
