// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.People

/// Who somebody is, in place: a new name, or the name of somebody there is. Esc leaves it as it was.
CompletionField {
    id: field

    /// Who is being named; not offered.
    property string person: ""

    signal named(string name)
    signal knownPersonNamed(string name, string person)
    signal canceled

    placeholderText: qsTr("Name")
    maximumLength: 200
    Accessible.name: qsTr("Name of this person")
    completions: names
    textRole: "name"
    onEntered: text => names.decide(text)
    onPicked: (index, text) => names.decide(text)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape && !field.isOpen) {
            event.accepted = true;
            field.canceled();
        }
    }

    NameCompletion {
        id: names

        text: field.text
        except: field.person
        onDecided: (name, person) => {
            if (person === "")
                field.named(name);
            else
                field.knownPersonNamed(name, person);
        }
    }
}
