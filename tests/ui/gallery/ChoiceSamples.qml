// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

SampleGroup {
    title: qsTr("Choices")

    SampleLine {
        CheckBox {
            text: qsTr("Unchecked")
        }

        CheckBox {
            text: qsTr("Checked")
            checked: true
        }

        CheckBox {
            text: qsTr("Partly")
            tristate: true
            checkState: Qt.PartiallyChecked
        }

        CheckBox {
            text: qsTr("Disabled")
            enabled: false
        }

        RadioButton {
            text: qsTr("One")
            checked: true
        }

        RadioButton {
            text: qsTr("Another")
        }

        Switch {
            text: qsTr("Reachable in the network")
            description: qsTr("Phones can send their photos here.")
            checked: true
        }

        Switch {
            text: qsTr("Off")
        }

        Slider {
            label: qsTr("Size")
            value: 0.4
        }

        Slider {
            label: qsTr("Rating")
            to: 5
            stepSize: 1
            value: 3
            showsTicks: true
        }

        Segmented {
            options: [qsTr("Day"), qsTr("Month"), qsTr("Year")]
            currentIndex: 1
        }
    }
}
