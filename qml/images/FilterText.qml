// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// The filter as text of the query language, with ways to go on and what is wrong with it where it is.
CompletionField {
    id: field

    required property FilterModel filter

    /// What the offers are made for is what the person has written, not what an offer puts there for a moment.
    function tell() {
        offers.text = field.text;
        offers.caret = field.cursorPosition;
    }

    function commit() {
        pause.stop();
        field.filter.text = field.text;
    }

    placeholderText: "rating ge 4 and tags/any(t: t eq 'sea')"
    Accessible.name: qsTr("Filter as text")
    inputMethodHints: Qt.ImhNoPredictiveText
    completions: offers
    textRole: "title"
    errorText: pause.running || field.isOpen ? "" : field.filter.errorText
    onTextEdited: {
        field.tell();
        pause.restart();
    }
    onActiveFocusChanged: {
        if (field.activeFocus)
            field.tell();
    }
    onEntered: field.commit()
    onPicked: index => {
        const after = offers.accepted(index);
        field.text = after.text;
        field.cursorPosition = after.caret;
        field.tell();
        field.commit();
    }
    Component.onCompleted: field.text = field.filter.text

    Timer {
        id: pause

        interval: 300
        onTriggered: field.commit()
    }

    Connections {
        target: field.filter

        function onChanged() {
            if (!pause.running && field.text !== field.filter.text)
                field.text = field.filter.text;
        }
    }

    QueryCompletion {
        id: offers

        kind: QueryCompletion.Filter
    }

    // Where it is not understood any more.
    Rectangle {
        readonly property rect place: field.positionToRectangle(Math.max(0, field.filter.errorPosition))

        visible: field.errorText !== "" && field.filter.errorPosition >= 0
        x: Math.min(place.x, field.width - width)
        y: field.height - field.bottomInset - Theme.space2
        width: Theme.space2
        height: Theme.focusWidth
        color: Theme.bad
    }
}
