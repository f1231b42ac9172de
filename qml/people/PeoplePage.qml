// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.People

/// Everybody, one of them, or the questions about them; what was done with them beside it.
FocusScope {
    id: page

    property string openPerson: ""
    property bool showsQuestions: false
    readonly property bool showsAll: openPerson === "" && !showsQuestions

    /// {"person": id}
    function openTarget(target: var) {
        if (target.person)
            page.openPerson = target.person;
    }

    function goBack() {
        if (page.openPerson !== "")
            page.openPerson = "";
        else
            page.showsQuestions = false;
    }

    onShowsAllChanged: {
        if (page.showsAll)
            everybody.forceActiveFocus();
    }

    SuggestionsModel {
        id: questions
    }

    Connections {
        target: PeopleActs

        function onWentWrong(text: string) {
            Notices.fail(text);
        }
    }

    Item {
        id: room

        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: panel.left

        PeopleGrid {
            id: everybody

            anchors.fill: parent
            focus: page.showsAll
            visible: page.showsAll
            isOn: page.visible && page.showsAll
            questions: questions
            showsHistory: panel.open
            onPersonOpened: person => page.openPerson = person
            onQuestionsWanted: page.showsQuestions = true
            onHistoryWanted: panel.toggle()
        }

        Loader {
            anchors.fill: parent
            active: page.showsQuestions
            visible: page.openPerson === ""
            focus: active && visible

            sourceComponent: QuestionsPage {
                focus: true
                isOn: page.visible && page.openPerson === ""
                model: questions
                onBack: page.goBack()
                onPersonOpened: person => page.openPerson = person
            }
        }

        Loader {
            anchors.fill: parent
            active: page.openPerson !== ""
            focus: active

            sourceComponent: PersonPage {
                focus: true
                isOn: page.visible
                person: page.openPerson
                showsHistory: panel.open
                onBack: page.goBack()
                onPersonOpened: person => page.openPerson = person
                onHistoryWanted: panel.toggle()
            }
        }
    }

    SidePanel {
        id: panel

        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        size: Math.min(Math.round(340 * Theme.scale), page.width)
        title: qsTr("What was done")
        key: "people/history"

        Loader {
            anchors.fill: parent
            active: panel.open

            sourceComponent: HistoryList {
            }
        }
    }
}
