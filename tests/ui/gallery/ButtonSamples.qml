// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls

SampleGroup {
    title: qsTr("Buttons")

    SampleLine {
        Button {
            text: qsTr("Import photos")
            icon.name: "plus"
            kind: "primary"
        }

        Button {
            text: qsTr("Normal")
        }

        Button {
            id: focused

            text: qsTr("Focused")
            icon.name: "folder"
            Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
        }

        Button {
            text: qsTr("Checked")
            checkable: true
            checked: true
        }

        Button {
            text: qsTr("Quiet")
            icon.name: "refresh"
            kind: "quiet"
        }

        Button {
            text: qsTr("Delete for ever")
            icon.name: "trash"
            kind: "danger"
        }

        Button {
            text: qsTr("Disabled")
            enabled: false
        }

        Button {
            text: qsTr("Disabled")
            kind: "primary"
            enabled: false
        }

        Button {
            width: 120
            text: qsTr("A text that is far too long")
            icon.name: "star"
        }

        Repeater {
            model: ["heart", "heart-filled", "trash", "rotate-left", "info"]

            IconButton {
                required property string modelData

                icon.name: modelData
                text: modelData
            }
        }
    }
}
