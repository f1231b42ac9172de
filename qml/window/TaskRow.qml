// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One thing that runs.
Item {
    id: row

    required property string text
    required property string countText
    required property string speed
    required property string timeLeft
    required property real fraction
    required property bool canCancel
    readonly property string facts: {
        let text = row.countText;
        for (const more of [row.speed, row.timeLeft])
            text += text !== "" && more !== "" ? " · " + more : more;
        return text;
    }

    signal cancelWanted

    implicitHeight: Math.max(lines.implicitHeight, Theme.target)
    Accessible.role: Accessible.ListItem
    Accessible.name: row.text
    Accessible.description: row.facts

    Column {
        id: lines

        anchors.left: parent.left
        anchors.right: stop.visible ? stop.left : parent.right
        anchors.rightMargin: stop.visible ? Theme.space2 : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space1

        Label {
            width: parent.width
            text: row.text
            wrapMode: Text.Wrap
        }

        ProgressBar {
            width: parent.width
            value: Math.max(0, row.fraction)
            indeterminate: row.fraction < 0
            label: row.text
        }

        Label {
            id: small

            width: parent.width
            visible: text !== ""
            text: row.facts
            kind: "small"
            wrapMode: Text.Wrap
        }
    }

    IconButton {
        id: stop

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: row.canCancel
        text: qsTr("Stop: %1").arg(row.text)
        icon.name: "stop"
        onClicked: row.cancelWanted()
    }
}
