// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
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
    /// The keys are this page's: it is seen, and no photo lies over it.
    readonly property bool isOn: visible && !Navigator.isViewing

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
            isOn: page.isOn && page.showsAll
            questions: questions
            showsHistory: panel.open
            onPersonOpened: person => page.openPerson = person
            onQuestionsWanted: page.showsQuestions = true
            onHistoryWanted: panel.toggle()
        }

        // A bound component cannot be loaded by a Loader in Qt 6.4.
        Repeater {
            model: page.showsQuestions ? 1 : 0

            QuestionsPage {
                anchors.fill: parent
                visible: page.openPerson === ""
                focus: visible
                isOn: page.isOn && visible
                model: questions
                onBack: page.goBack()
                onPersonOpened: person => page.openPerson = person
                Component.onCompleted: forceActiveFocus()
            }
        }

        Repeater {
            model: page.openPerson === "" ? 0 : 1

            PersonPage {
                anchors.fill: parent
                focus: true
                isOn: page.isOn
                person: page.openPerson
                showsHistory: panel.open
                onBack: page.goBack()
                onPersonOpened: person => page.openPerson = person
                onHistoryWanted: panel.toggle()
                Component.onCompleted: forceActiveFocus()
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

        Repeater {
            model: panel.open ? 1 : 0

            HistoryList {
                anchors.fill: parent
            }
        }
    }
}
