// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme

/// Shares of a whole, side by side.
Rectangle {
    id: bar

    property var shares: []
    property var colours: []

    implicitHeight: Theme.space3
    radius: height / 2
    color: Theme.raised
    clip: true
    Accessible.ignored: true

    Row {
        anchors.fill: parent

        Repeater {
            model: bar.shares.length

            Rectangle {
                required property int index

                width: bar.shares[index] * bar.width
                height: bar.height
                color: bar.colours[index]
            }
        }
    }
}
