// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.People

/// The keys of the page of everybody.
Item {
    id: commands

    required property bool isOn
    required property SuggestionsModel questions
    required property int chosen
    required property bool hasCurrent
    readonly property string group: qsTr("People")

    signal searchWanted
    signal nameWanted
    signal mergeWanted
    signal favouriteWanted
    signal hideWanted
    signal historyWanted
    signal questionsWanted
    signal strictnessWanted

    QuestionCommands {
        isOn: commands.isOn
        questions: commands.questions
        group: commands.group
        onAnswered: isSame => commands.questions.answer([0], isSame)
        onSkipped: commands.questions.skip(0)
    }

    Command {
        text: qsTr("Search people by name")
        icon: "search"
        group: commands.group
        sequences: ["Ctrl+F"]
        enabled: commands.isOn
        onActivated: commands.searchWanted()
    }

    Command {
        text: qsTr("Name")
        icon: "edit"
        group: commands.group
        sequences: ["F2"]
        enabled: commands.isOn && commands.hasCurrent && commands.chosen < 2
        onActivated: commands.nameWanted()
    }

    Command {
        text: qsTr("Merge into one person")
        icon: "merge"
        group: commands.group
        sequences: ["M"]
        enabled: commands.isOn && commands.chosen > 1
        onActivated: commands.mergeWanted()
    }

    Command {
        text: qsTr("Favourite")
        icon: "heart"
        group: commands.group
        sequences: ["L"]
        enabled: commands.isOn && commands.hasCurrent
        onActivated: commands.favouriteWanted()
    }

    Command {
        text: qsTr("Hide, or show again")
        icon: "hide"
        group: commands.group
        sequences: ["H", "Del"]
        enabled: commands.isOn && commands.hasCurrent
        onActivated: commands.hideWanted()
    }

    Command {
        text: qsTr("Answer many questions at once")
        icon: "people"
        group: commands.group
        enabled: commands.isOn && commands.questions.total > 0
        onActivated: commands.questionsWanted()
    }

    Command {
        text: qsTr("What was done with people")
        icon: "history"
        group: commands.group
        enabled: commands.isOn
        onActivated: commands.historyWanted()
    }

    Command {
        text: qsTr("How strict recognition is")
        icon: "slider"
        group: commands.group
        enabled: commands.isOn
        onActivated: commands.strictnessWanted()
    }
}
