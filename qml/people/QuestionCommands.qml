// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.People

/// The keys that answer "Same person?".
Item {
    id: commands

    required property bool isOn
    required property SuggestionsModel questions
    required property string group
    readonly property bool hasSome: isOn && questions.count > 0

    signal answered(bool isSame)
    signal skipped

    Command {
        text: qsTr("Same person: yes")
        icon: "check"
        group: commands.group
        sequences: ["Y"]
        enabled: commands.hasSome
        onActivated: commands.answered(true)
    }

    Command {
        text: qsTr("Same person: no")
        icon: "close"
        group: commands.group
        sequences: ["N"]
        enabled: commands.hasSome
        onActivated: commands.answered(false)
    }

    Command {
        text: qsTr("Same person: skip")
        icon: "chevron-right"
        group: commands.group
        sequences: ["S"]
        enabled: commands.hasSome
        onActivated: commands.skipped()
    }

    Command {
        text: qsTr("Take the last answer back")
        icon: "undo"
        group: commands.group
        sequences: ["Z"]
        enabled: commands.isOn && commands.questions.canUndo
        onActivated: commands.questions.undo()
    }
}
