// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// The grey shape of what is about to come; it shows only when that takes a while.
Item {
    id: skeleton

    property real radius: Theme.radius
    property bool isLate: false

    onVisibleChanged: skeleton.isLate = false
    Accessible.ignored: true

    Timer {
        running: skeleton.visible && !skeleton.isLate
        interval: Theme.waitTime
        onTriggered: skeleton.isLate = true
    }

    Rectangle {
        anchors.fill: parent
        visible: skeleton.isLate
        radius: skeleton.radius
        color: Theme.raised

        SequentialAnimation on opacity  {
            running: skeleton.isLate && skeleton.visible && Theme.placeTime > 0
            loops: Animation.Infinite

            NumberAnimation {
                from: 1
                to: 0.5
                duration: 800
                easing.type: Easing.InOutSine
            }

            NumberAnimation {
                to: 1
                duration: 800
                easing.type: Easing.InOutSine
            }
        }
    }
}
