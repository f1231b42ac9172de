// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

SampleGroup {
    title: qsTr("Fields")

    SampleLine {
        TextField {
            label: qsTr("Name")
            text: qsTr("Anna Schmidt")
            clearable: true
        }

        TextField {
            label: qsTr("Server address")
            placeholderText: qsTr("https://photos.example")
            leadingIcon: "link"
        }

        TextField {
            label: qsTr("Port")
            text: qsTr("99999")
            errorText: qsTr("A port is a number from 1 to 65535.")
        }

        TextField {
            label: qsTr("Disabled")
            text: qsTr("cannot be changed")
            enabled: false
        }

        TextArea {
            placeholderText: qsTr("Notes")
        }

        CompletionField {
            label: qsTr("Person")
            placeholderText: qsTr("Who is this?")
            completions: ["Anna", "Annabel", "Hannah", "Ben"]
        }

        ComboBox {
            label: qsTr("Theme")
            model: [qsTr("As the system"), qsTr("Light"), qsTr("Dark")]
        }

        SpinBox {
            label: qsTr("Threads")
            to: 16
            value: 4
        }
    }
}
