// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Ui.People

/// Everything that was done with people, newest first; each can be taken back by itself.
FocusScope {
    id: view

    HistoryModel {
        id: history
    }

    ListView {
        id: list

        anchors.fill: parent
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: history
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What was done")
        // Its delegate would be a bound component, which a list of Qt 6.4 cannot make: the rows show the headings.
        section.property: "day"
        Keys.onReturnPressed: {
            if (currentIndex >= 0)
                history.toggle(currentIndex);
        }
        Keys.onPressed: event => event.accepted = keys.press(event)

        ViewKeys {
            id: keys

            view: list
        }

        WheelScroll {
            view: list
        }

        delegate: HistoryRow {
            width: list.width
            heading: ListView.section !== ListView.previousSection ? ListView.section : ""
            showsFocus: list.activeFocus && ListView.isCurrentItem
            onToggled: history.toggle(index)
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: history.count === 0 && history.status === HistoryModel.Ready
        icon: "history"
        title: qsTr("Nothing was done yet")
        text: qsTr("Names, merges and corrections show here, and can be taken back.")
    }

    FailedState {
        anchors.fill: parent
        visible: history.status === HistoryModel.Failed && history.count === 0
        text: history.errorText
        onRetry: history.reload()
    }
}
