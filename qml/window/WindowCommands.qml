// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell
import Kinframe.Ui

/// What can be done everywhere in the window.
Item {
    id: commands

    /// Of Place.
    required property var places

    signal paletteWanted
    signal helpWanted
    signal quitWanted

    Command {
        text: qsTr("All commands")
        icon: "command"
        group: qsTr("Window")
        sequences: ["Ctrl+K"]
        isQuiet: true
        onActivated: commands.paletteWanted()
    }

    Command {
        text: qsTr("All keys")
        icon: "keyboard"
        group: qsTr("Window")
        sequences: ["?"]
        onActivated: commands.helpWanted()
    }

    Command {
        text: qsTr("Undo")
        icon: "undo"
        group: qsTr("Window")
        sequences: ["Ctrl+Z"]
        enabled: UndoStack.canUndo
        onActivated: UndoStack.undo()
    }

    Command {
        text: qsTr("Redo")
        icon: "redo"
        group: qsTr("Window")
        sequences: ["Ctrl+Shift+Z"]
        enabled: UndoStack.canRedo
        onActivated: UndoStack.redo()
    }

    Command {
        text: qsTr("Add photos and folders")
        icon: "folder-add"
        group: qsTr("Window")
        sequences: ["Ctrl+O"]
        onActivated: Navigator.addPhotos()
    }

    Command {
        text: qsTr("Show what is running")
        icon: "clock"
        group: qsTr("Window")
        sequences: ["Ctrl+J"]
        onActivated: Navigator.progressRequested()
    }

    Command {
        text: qsTr("Close Kinframe")
        icon: "close"
        group: qsTr("Window")
        sequences: ["Ctrl+Q"]
        onActivated: commands.quitWanted()
    }

    Repeater {
        // See Commands.add.
        model: Array.from(commands.places).reverse()

        Item {
            id: entry

            required property Place modelData
            required property int index
            readonly property int number: commands.places.length - entry.index

            Command {
                text: qsTr("Go to %1").arg(entry.modelData.title)
                icon: entry.modelData.icon
                group: qsTr("Places")
                sequences: entry.modelData.isFooter ? ["Ctrl+,"] : entry.number < 10 ? ["Ctrl+%1".arg(entry.number)] : []
                onActivated: Navigator.go(entry.modelData.name)
            }
        }
    }
}
