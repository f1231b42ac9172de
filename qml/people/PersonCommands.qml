// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The keys of the page of one person.
Item {
    id: commands

    required property bool isOn
    /// Faces are chosen.
    required property bool hasFaces
    /// Photos are chosen: some keys are for them then.
    required property bool hasPhotos
    readonly property string group: qsTr("A person")

    signal back
    signal nameWanted
    signal favouriteWanted
    signal hideWanted
    signal birthDateWanted
    signal mergeWanted
    signal splitWanted
    signal moveWanted
    signal rejectWanted
    signal dismissWanted
    signal switched
    signal detailsWanted

    Command {
        text: qsTr("Back to everybody")
        icon: "arrow-left"
        group: commands.group
        sequences: ["Alt+Left", "Backspace"]
        enabled: commands.isOn
        onActivated: commands.back()
    }

    Command {
        text: qsTr("Name this person")
        icon: "edit"
        group: commands.group
        sequences: ["F2"]
        enabled: commands.isOn
        onActivated: commands.nameWanted()
    }

    Command {
        text: qsTr("Favourite")
        icon: "heart"
        group: commands.group
        sequences: ["L"]
        enabled: commands.isOn && !commands.hasPhotos
        onActivated: commands.favouriteWanted()
    }

    Command {
        text: qsTr("Hide, or show again")
        icon: "hide"
        group: commands.group
        sequences: ["H"]
        enabled: commands.isOn
        onActivated: commands.hideWanted()
    }

    Command {
        text: qsTr("Set the birth date")
        icon: "calendar"
        group: commands.group
        enabled: commands.isOn
        onActivated: commands.birthDateWanted()
    }

    Command {
        text: qsTr("Merge with somebody")
        icon: "merge"
        group: commands.group
        enabled: commands.isOn
        onActivated: commands.mergeWanted()
    }

    Command {
        text: qsTr("Switch between faces and photos")
        icon: "face"
        group: commands.group
        sequences: ["F"]
        enabled: commands.isOn
        onActivated: commands.switched()
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
        text: qsTr("Make the chosen faces a person of their own")
        icon: "split"
        group: commands.group
        enabled: commands.isOn && commands.hasFaces
        onActivated: commands.splitWanted()
    }

    Command {
        text: qsTr("Move the chosen faces to somebody")
        icon: "person"
        group: commands.group
        sequences: ["M"]
        enabled: commands.isOn && commands.hasFaces
        onActivated: commands.moveWanted()
    }

    Command {
        text: qsTr("The chosen faces are not this person")
        icon: "close"
        group: commands.group
        sequences: ["N"]
        enabled: commands.isOn && commands.hasFaces
        onActivated: commands.rejectWanted()
    }

    Command {
        text: qsTr("The chosen are not faces")
        icon: "face-off"
        group: commands.group
        sequences: ["Del"]
        enabled: commands.isOn && commands.hasFaces
        onActivated: commands.dismissWanted()
    }
}
