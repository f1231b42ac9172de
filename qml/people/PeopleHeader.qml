// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.People

/// The line above the people: how many, whom to look for, and what can be done.
PageHeader {
    id: header

    required property PeopleModel model
    required property bool showsHistory
    readonly property alias query: search.query

    signal historyWanted
    signal strictnessWanted

    function focusSearch() {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    function number(count: int): string {
        return Number(count).toLocaleString(Qt.locale(), "f", 0);
    }

    title: qsTr("People")
    note: header.model.namedCount + header.model.unnamedCount > 0 ? header.number(header.model.namedCount + header.model.unnamedCount) : ""
    middle: [
        SearchField {
            id: search

            readonly property real room: parent?.width ?? 0

            width: header.isNarrow ? room : Math.min(360 * Theme.scale, room)
            placeholderText: qsTr("Search by name")
        }
    ]
    actions: [
        IconButton {
            text: qsTr("What was done")
            icon.name: "history"
            checkable: true
            checked: header.showsHistory
            onClicked: header.historyWanted()
        },
        IconButton {
            id: more

            text: qsTr("More")
            icon.name: "more"
            onClicked: menu.popup(more, 0, more.height)
        }
    ]

    Menu {
        id: menu

        MenuItem {
            text: qsTr("Sort by photos")
            checkable: true
            checked: !header.model.isByName
            onTriggered: header.model.isByName = false
        }

        MenuItem {
            text: qsTr("Sort by name")
            checkable: true
            checked: header.model.isByName
            onTriggered: header.model.isByName = true
        }

        MenuSeparator {
        }

        MenuItem {
            text: header.model.hiddenCount > 0 ? qsTr("Show hidden people (%1)").arg(header.number(header.model.hiddenCount)) : qsTr("Show hidden people")
            checkable: true
            checked: header.model.withHidden
            onTriggered: header.model.withHidden = !header.model.withHidden
        }

        MenuItem {
            text: qsTr("How strict to be…")
            icon.name: "slider"
            onTriggered: header.strictnessWanted()
        }
    }
}
