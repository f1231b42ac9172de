// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme

/// Keys as they stand on the keyboard: "Ctrl+Shift+Z", in the words of the system.
Row {
    id: hint

    property string keys: ""
    property color ink: Theme.textSoft

    visible: keys !== ""
    width: visible ? implicitWidth : 0
    spacing: 2
    layoutDirection: Qt.LeftToRight

    Shortcut {
        id: words

        sequence: hint.keys
        enabled: false
    }

    Repeater {
        model: words.nativeText === "+" ? ["+"] : words.nativeText.replace("++", "+\u2795").split("+")

        Rectangle {
            id: cap

            required property string modelData

            width: Math.max(height, name.implicitWidth + Theme.space2)
            height: name.implicitHeight + 2
            radius: Theme.space1
            color: "transparent"
            border.width: 1
            border.color: Qt.alpha(hint.ink, 0.4)

            Label {
                id: name

                anchors.centerIn: parent
                text: cap.modelData === "\u2795" ? "+" : cap.modelData
                color: hint.ink
                font.pixelSize: Theme.textSmall
            }
        }
    }
}
