// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A field to look for something; `query` is its text once the person has stopped to type.
TextField {
    id: field

    property string query: ""

    leadingIcon: "search"
    clearable: true
    inputMethodHints: Qt.ImhNoPredictiveText
    placeholderText: qsTr("Search")
    onTextChanged: pause.restart()
    onAccepted: field.search()
    Keys.onEscapePressed: event => {
        event.accepted = field.length > 0;
        field.clear();
        field.search();
    }

    function search() {
        pause.stop();
        field.query = field.text;
    }

    Timer {
        id: pause

        interval: 200
        onTriggered: field.search()
    }
}
