// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// What lies above the page: menus, offers, cards of questions.
Rectangle {
    color: Theme.surface
    radius: Theme.radiusLarge
    border.width: 1
    border.color: Theme.outline

    Rectangle {
        z: -1
        anchors.fill: parent
        anchors.margins: -1
        anchors.bottomMargin: -3
        radius: parent.radius + 1
        color: "#000000"
        opacity: Theme.isDark ? 0.35 : 0.08
    }
}
