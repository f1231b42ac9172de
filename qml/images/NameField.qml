// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// Who it is: a name that is known, or a new one. Esc leaves it as it was.
CompletionField {
    id: field

    signal named(string name, string personId)
    signal canceled

    width: Math.round(220 * Theme.scale)
    placeholderText: qsTr("Who is this?")
    Accessible.name: qsTr("Name of this person")
    completions: choices
    textRole: "name"
    onEntered: text => {
        if (text.trim() === "")
            field.canceled();
        else
            field.named(text, "");
    }
    onPicked: (index, text) => field.named(text, choices.personAt(index))
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape && !field.isOpen) {
            event.accepted = true;
            field.canceled();
        }
    }

    NameChoices {
        id: choices

        text: field.text
    }
}
