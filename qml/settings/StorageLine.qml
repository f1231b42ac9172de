// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One part of the disk and how large it is; `tone` is its colour in the bar.
RowLayout {
    id: line

    property color tone: "transparent"
    property string title: ""
    property string description: ""
    property string amount: ""

    spacing: Theme.space3
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(line.title).arg(line.amount)

    Rectangle {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.space1
        implicitWidth: Theme.textSmall
        implicitHeight: Theme.textSmall
        radius: 3
        color: line.tone
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Label {
            Layout.fillWidth: true
            text: line.title
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: line.description
            kind: "small"
            wrapMode: Text.Wrap
        }
    }

    Label {
        Layout.alignment: Qt.AlignTop
        text: line.amount
    }
}
