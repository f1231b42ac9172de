// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.Downloads

/// The keys of the downloads.
Item {
    id: commands

    required property bool isOn
    /// The keyboard is in the list, and something is there.
    required property bool isOnRows
    required property DownloadsView downloads
    readonly property string group: qsTr("Downloads")

    signal linksWanted
    signal pasteWanted
    signal factsWanted
    signal removalWanted(var tasks)

    Command {
        text: qsTr("Add links")
        icon: "plus"
        group: commands.group
        sequences: ["Ctrl+N"]
        enabled: commands.isOn
        onActivated: commands.linksWanted()
    }

    Command {
        text: qsTr("Download what the clipboard links to")
        icon: "link"
        group: commands.group
        sequences: ["Ctrl+V"]
        enabled: commands.isOn
        onActivated: commands.pasteWanted()
    }

    Command {
        text: qsTr("Pause, or go on")
        icon: "pause"
        group: commands.group
        sequences: ["Space"]
        enabled: commands.isOnRows
        onActivated: commands.downloads.pauseOrResume()
    }

    Command {
        text: qsTr("Try again")
        icon: "refresh"
        group: commands.group
        sequences: ["R"]
        enabled: commands.isOnRows
        onActivated: commands.downloads.retry()
    }

    Command {
        text: qsTr("Try all that failed again")
        icon: "refresh"
        group: commands.group
        sequences: ["Shift+R"]
        enabled: commands.isOn
        onActivated: DownloadActs.retryFailed()
    }

    Command {
        text: qsTr("Show in folder")
        icon: "folder"
        group: commands.group
        sequences: ["O"]
        enabled: commands.isOnRows
        onActivated: commands.downloads.showInFolder()
    }

    Command {
        text: qsTr("Cancel, or remove from the list")
        icon: "stop"
        group: commands.group
        sequences: ["Del"]
        enabled: commands.isOnRows
        onActivated: commands.downloads.cancelOrRemove()
    }

    Command {
        text: qsTr("Pause all")
        icon: "pause"
        group: commands.group
        sequences: ["Ctrl+Shift+P"]
        enabled: commands.isOn
        onActivated: DownloadActs.pauseAll()
    }

    Command {
        text: qsTr("Resume all")
        icon: "play"
        group: commands.group
        sequences: ["Ctrl+Shift+R"]
        enabled: commands.isOn
        onActivated: DownloadActs.resumeAll()
    }

    Command {
        text: qsTr("Details")
        icon: "panel"
        group: commands.group
        sequences: ["I"]
        enabled: commands.isOn
        onActivated: commands.factsWanted()
    }

    Command {
        text: qsTr("Select all")
        group: commands.group
        sequences: ["Ctrl+A"]
        enabled: commands.isOnRows
        onActivated: commands.downloads.list.readAll()
    }

    Command {
        text: qsTr("Select nothing")
        group: commands.group
        sequences: ["Esc"]
        isQuiet: true
        enabled: commands.isOnRows && !commands.downloads.selection.isEmpty
        onActivated: commands.downloads.selection.clear()
    }
}
