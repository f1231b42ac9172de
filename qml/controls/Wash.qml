// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// The breath of colour over what is pointed at or pressed.
Rectangle {
    property bool hovered: false
    property bool pressed: false
    property color ink: Theme.text

    anchors.fill: parent
    radius: Theme.radius
    color: ink
    opacity: pressed ? 0.14 : hovered ? 0.07 : 0

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.stateTime
        }
    }
}
