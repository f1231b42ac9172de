// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The keys of another library's photos.
Item {
    id: commands

    required property bool isOn
    /// The keyboard is in the photos.
    required property bool isOnPhotos
    property bool canSelectNone: false
    readonly property string group: qsTr("Photos of a server")

    signal backWanted
    signal searchWanted
    signal syncWanted
    signal downloadWanted(bool isForLibrary)
    signal allWanted
    signal noneWanted

    Command {
        text: qsTr("Back")
        icon: "arrow-left"
        group: commands.group
        sequences: ["Alt+Left", "Backspace"]
        isQuiet: true
        enabled: commands.isOn
        onActivated: commands.backWanted()
    }

    Command {
        text: qsTr("Search")
        icon: "search"
        group: commands.group
        sequences: ["Ctrl+F"]
        enabled: commands.isOn
        onActivated: commands.searchWanted()
    }

    Command {
        text: qsTr("Read its list again")
        icon: "refresh"
        group: commands.group
        sequences: ["F5"]
        enabled: commands.isOn
        onActivated: commands.syncWanted()
    }

    Command {
        text: qsTr("Download to the gallery folder")
        icon: "download"
        group: commands.group
        sequences: ["D"]
        enabled: commands.isOnPhotos
        onActivated: commands.downloadWanted(false)
    }

    Command {
        text: qsTr("Download into the library")
        icon: "images"
        group: commands.group
        sequences: ["Shift+D"]
        enabled: commands.isOnPhotos
        onActivated: commands.downloadWanted(true)
    }

    Command {
        text: qsTr("Select all")
        group: commands.group
        sequences: ["Ctrl+A"]
        enabled: commands.isOnPhotos
        onActivated: commands.allWanted()
    }

    Command {
        text: qsTr("Select nothing")
        group: commands.group
        sequences: ["Esc"]
        isQuiet: true
        enabled: commands.isOn && commands.canSelectNone
        onActivated: commands.noneWanted()
    }
}
