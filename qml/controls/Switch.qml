// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// Turns something on and off at once; `description` says what that means.
T.Switch {
    id: control

    property string description: ""

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    verticalPadding: Theme.space1
    spacing: text === "" && description === "" ? 0 : Theme.space3
    font.pixelSize: Theme.textNormal
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true
    Accessible.description: description

    indicator: Rectangle {
        x: control.mirrored ? control.width - width : 0
        y: Math.round((control.height - height) / 2)
        implicitWidth: height * 1.8
        implicitHeight: Math.round(20 * Theme.scale)
        radius: height / 2
        color: control.checked ? Theme.accent : Theme.raised
        border.width: control.checked ? 0 : 1
        border.color: Theme.outlineStrong

        Behavior on color  {
            ColorAnimation {
                duration: Theme.stateTime
            }
        }

        Rectangle {
            id: knob

            readonly property real gap: (parent.height - height) / 2

            x: gap + (control.mirrored ? 1 - control.position : control.position) * (parent.width - width - 2 * gap)
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(parent.height * 0.65)
            height: width
            radius: width / 2
            color: control.checked ? Theme.textOnAccent : Theme.outlineStrong

            Behavior on x  {
                enabled: !control.down

                NumberAnimation {
                    duration: Theme.stateTime
                }
            }
        }

        FocusRing {
            shown: control.visualFocus
            radius: height / 2
        }
    }

    contentItem: Item {
        readonly property real indent: control.indicator.width + control.spacing

        implicitWidth: indent + Math.ceil(Math.max(words.implicitWidth, meaning.implicitWidth))
        implicitHeight: words.height + meaning.height

        Label {
            id: words

            x: control.mirrored ? 0 : parent.indent
            y: Math.round((parent.height - height - meaning.height) / 2)
            width: parent.width - parent.indent
            height: text === "" ? 0 : implicitHeight
            text: control.text
            font: control.font
            wrapMode: Text.Wrap
        }

        Label {
            id: meaning

            x: words.x
            y: words.y + words.height
            width: words.width
            height: text === "" ? 0 : implicitHeight
            text: control.description
            kind: "small"
            wrapMode: Text.Wrap
        }
    }
}
