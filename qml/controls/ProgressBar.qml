// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// How far something is, 0 to 1; indeterminate where nobody knows. Its name for screen readers is `label`.
T.ProgressBar {
    id: bar

    property string label: ""
    property color tone: Theme.accent

    implicitWidth: 160 * Theme.scale
    implicitHeight: 6
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    background: Rectangle {
        radius: height / 2
        color: Theme.outline
    }

    contentItem: Item {
        clip: true

        Rectangle {
            x: bar.mirrored ? parent.width - width : 0
            width: Math.max(parent.height, bar.position * parent.width)
            height: parent.height
            radius: height / 2
            color: bar.tone
            visible: !bar.indeterminate && bar.position > 0

            Behavior on width  {
                NumberAnimation {
                    duration: Theme.placeTime
                }
            }
        }

        Rectangle {
            id: runner

            width: parent.width / 3
            height: parent.height
            radius: height / 2
            color: bar.tone
            visible: bar.indeterminate

            NumberAnimation on x  {
                running: bar.indeterminate && bar.visible && Theme.placeTime > 0
                loops: Animation.Infinite
                from: -runner.width
                to: bar.width
                duration: 1400
            }
        }
    }
}
