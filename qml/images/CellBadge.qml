// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Signs in a corner of a photo, on a ground of their own so that they can be read on any photo.
Rectangle {
    id: badge

    default property alias content: signs.data

    width: signs.width + 2 * Theme.space1
    height: signs.height + Theme.space1
    radius: Theme.radius
    color: Qt.alpha(Theme.stage, 0.55)

    Row {
        id: signs

        anchors.centerIn: parent
        spacing: 2
    }
}
