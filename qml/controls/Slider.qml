// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A value between two ends. `valueText` is what stands in the bubble while it moves.
T.Slider {
    id: slider

    property string valueText: Number(value).toLocaleString(Qt.locale(), "f", stepSize > 0 && stepSize % 1 === 0 ? 0 : 2)
    property bool showsTicks: false
    property string label: ""
    readonly property int steps: showsTicks && stepSize > 0 ? Math.min(50, Math.round((to - from) / stepSize)) : 0

    implicitWidth: 200 * Theme.scale
    implicitHeight: Theme.target
    horizontalPadding: 1
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true
    Accessible.name: label
    Accessible.description: valueText

    background: Item {
        Rectangle {
            id: track

            x: slider.leftPadding
            anchors.verticalCenter: parent.verticalCenter
            width: slider.availableWidth
            height: 4
            radius: 2
            color: Theme.outline

            Rectangle {
                x: slider.mirrored ? parent.width - width : 0
                width: slider.position * parent.width
                height: parent.height
                radius: 2
                color: Theme.accent
            }
        }

        Repeater {
            model: slider.steps > 0 ? slider.steps + 1 : 0

            Rectangle {
                required property int index

                x: track.x + slider.handle.width / 2 + index / slider.steps * (track.width - slider.handle.width)
                y: track.y + track.height + Theme.space1
                width: 1
                height: 4
                color: Theme.outlineStrong
            }
        }
    }

    handle: Rectangle {
        x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
        y: Math.round((slider.height - height) / 2)
        implicitWidth: Math.round(16 * Theme.scale)
        implicitHeight: implicitWidth
        radius: width / 2
        color: Theme.surface
        border.width: Theme.focusWidth
        border.color: Theme.accent

        Wash {
            radius: parent.radius
            hovered: slider.hovered
            pressed: slider.pressed
            ink: Theme.accent
        }

        FocusRing {
            shown: slider.visualFocus
            radius: width / 2
        }

        ToolTip {
            y: -implicitHeight - Theme.space1
            visible: slider.pressed
            delay: 0
            text: slider.valueText
        }
    }
}
