// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One frame of the grid: its picture, or why there is none; below it the number, the state and how long it took.
GridCell {
    id: cell

    required property int frameNumber
    required property string stateText
    required property string stateIcon
    required property string stateTone
    required property string picture
    required property bool isTest
    required property bool isBusy
    required property string timeText
    required property string problemText

    readonly property real pictureHeight: cell.cellHeight - caption.height - Theme.space1

    Accessible.name: cell.isTest ? qsTr("Frame %1, test frame, %2").arg(cell.frameNumber).arg(cell.stateText) : qsTr("Frame %1, %2").arg(cell.frameNumber).arg(cell.stateText)
    Accessible.description: cell.problemText !== "" ? cell.problemText : cell.timeText

    Rectangle {
        width: parent.width
        height: cell.pictureHeight
        visible: cell.picture === ""
        radius: cell.radius
        color: Theme.raised

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.space2
            spacing: Theme.space1

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: cell.stateIcon
                color: sign.ink
                size: Theme.textDisplay
            }

            Label {
                width: parent.width
                text: cell.stateText
                kind: "small"
                color: sign.ink
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                visible: text !== ""
                text: cell.problemText
                kind: "small"
                wrapMode: Text.Wrap
                maximumLineCount: Math.max(1, Math.floor((cell.pictureHeight - Theme.textDisplay - Theme.textSmall * 1.5 - Theme.space3) / (Theme.textSmall * 1.4)))
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }

    Picture {
        width: parent.width
        height: cell.pictureHeight
        visible: cell.picture !== ""
        radius: cell.radius
        source: cell.picture
        Accessible.ignored: true
    }

    Rectangle {
        width: parent.width
        height: cell.pictureHeight
        visible: cell.isBusy
        radius: cell.radius
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
    }

    Item {
        id: caption

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.round(Theme.textSmall * 1.5 + Theme.space1)

        StateSign {
            id: sign

            anchors.left: parent.left
            anchors.leftMargin: Theme.space1
            anchors.verticalCenter: parent.verticalCenter
            icon: cell.stateIcon
            tone: cell.stateTone
            Accessible.ignored: true
        }

        Label {
            anchors.left: sign.right
            anchors.leftMargin: Theme.space1
            anchors.right: time.left
            anchors.verticalCenter: parent.verticalCenter
            text: cell.isTest ? qsTr("%1 · test").arg(cell.frameNumber) : cell.frameNumber
            kind: "small"
            color: Theme.text
            Accessible.ignored: true
        }

        Label {
            id: time

            anchors.right: parent.right
            anchors.rightMargin: Theme.space1
            anchors.verticalCenter: parent.verticalCenter
            text: cell.timeText
            kind: "small"
            Accessible.ignored: true
        }
    }
}
