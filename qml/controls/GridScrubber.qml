// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

/// The scroll bar of a grid; while it is dragged it says which section one comes to.
ScrollBar {
    id: bar

    required property GridWindow grid

    Rectangle {
        id: bubble

        readonly property string title: bar.pressed ? bar.grid.titleAt(bar.position * bar.grid.contentHeight) : ""

        anchors.right: parent.left
        anchors.rightMargin: Theme.space2
        y: Math.max(0, Math.min(bar.height - height, (bar.position + bar.size / 2) * bar.height - height / 2))
        width: words.implicitWidth + 2 * Theme.space3
        height: Theme.target
        radius: Theme.radius
        visible: title !== ""
        color: Theme.text

        Label {
            id: words

            anchors.centerIn: parent
            text: bubble.title
            color: Theme.background
        }
    }
}
