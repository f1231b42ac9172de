// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A few words about what is pointed at, and its keys.
T.ToolTip {
    id: tip

    property string keys: ""

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + Theme.space1 : 0
    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    contentWidth: Math.min(row.implicitWidth, 360 * Theme.scale)
    contentHeight: row.implicitHeight
    margins: Theme.space2
    horizontalPadding: Theme.space2
    verticalPadding: Theme.space1
    delay: 600
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Row {
        id: row

        spacing: Theme.space2

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(measure.advanceWidth), 360 * Theme.scale - hint.width - Theme.space2)
            text: tip.text
            color: Theme.background
            wrapMode: Text.Wrap
            font.pixelSize: Theme.textSmall

            TextMetrics {
                id: measure

                text: tip.text
                font.pixelSize: Theme.textSmall
            }
        }

        KeyHint {
            id: hint

            anchors.verticalCenter: parent.verticalCenter
            keys: tip.keys
            ink: Theme.background
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.text
    }

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.stateTime
        }
    }

    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.stateTime
        }
    }
}
