// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// An icon and a text side by side, in the middle of the room there is.
Item {
    id: both

    property string icon: ""
    property string text: ""
    property color color: Theme.text
    property real iconSize: Theme.textTitle
    property alias font: words.font

    implicitWidth: icon1.width + gap.width + words.implicitWidth
    implicitHeight: Math.max(icon1.visible ? iconSize : 0, words.implicitHeight)

    Row {
        anchors.centerIn: parent

        Icon {
            id: icon1

            anchors.verticalCenter: parent.verticalCenter
            name: both.icon
            color: both.color
            size: both.iconSize
        }

        Item {
            id: gap

            width: both.icon !== "" && both.text !== "" ? Theme.space2 : 0
            height: 1
        }

        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            visible: both.text !== ""
            width: Math.min(Math.ceil(implicitWidth), Math.max(0, both.width - icon1.width - gap.width))
            text: both.text
            color: both.color
        }
    }
}
