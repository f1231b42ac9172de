// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell

/// One place of the rail.
RailItem {
    id: button

    required property Place place

    text: button.place.title
    badge: button.place.badge
    checked: Navigator.place === button.place.name
    Accessible.role: Accessible.PageTab
    onClicked: Navigator.go(button.place.name)

    Icon {
        anchors.fill: parent
        name: button.place.icon
        color: button.ink
        size: width
    }
}
