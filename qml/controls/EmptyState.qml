// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Nothing is here yet: one sentence that says so, one button that changes it.
Item {
    id: state

    property string icon: ""
    property string title: ""
    property string text: ""
    property string actionText: ""

    signal action

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    Column {
        id: column

        readonly property real room: Math.min(state.width - 2 * Theme.space4, 420 * Theme.scale)

        anchors.centerIn: parent
        spacing: Theme.space3

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: state.icon
            color: Theme.textSoft
            size: 2 * Theme.textDisplay
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            width: column.room
            text: state.title
            kind: "title"
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            width: column.room
            text: state.text
            kind: "soft"
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }

        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            width: Math.min(implicitWidth, column.room)
            text: state.actionText
            kind: "primary"
            onClicked: state.action()
        }
    }
}
