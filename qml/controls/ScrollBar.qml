// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// Slim until the mouse comes near it.
T.ScrollBar {
    id: bar

    readonly property bool isWide: hovered || pressed

    implicitWidth: 14
    implicitHeight: 14
    padding: 3
    minimumSize: Math.min(1, 32 / Math.max(1, orientation === Qt.Horizontal ? width : height))
    visible: policy !== T.ScrollBar.AlwaysOff && size < 1
    hoverEnabled: true

    contentItem: Item {
        Rectangle {
            readonly property real thickness: bar.isWide ? 8 : 4

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: bar.orientation === Qt.Horizontal ? parent.width : thickness
            height: bar.orientation === Qt.Horizontal ? thickness : parent.height
            radius: thickness / 2
            color: bar.pressed ? Theme.textSoft : Theme.outlineStrong
            opacity: bar.isWide || bar.active ? 0.9 : 0.5

            Behavior on width  {
                enabled: bar.orientation === Qt.Vertical

                NumberAnimation {
                    duration: Theme.stateTime
                }
            }

            Behavior on opacity  {
                NumberAnimation {
                    duration: Theme.placeTime
                }
            }
        }
    }
}
