// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui.Images

/// What lies below the photo: the others of its stack, and what a video is played with.
Item {
    id: bottom

    required property VideoLoader video
    required property StackPhotos stack
    /// The mouse is over one of them.
    readonly property bool isPointedAt: stripPointer.hovered || controlsPointer.hovered

    implicitHeight: column.height

    Column {
        id: column

        width: parent.width
        spacing: Theme.space2

        StackStrip {
            objectName: "stack"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            height: implicitHeight
            visible: bottom.stack.isStack
            stack: bottom.stack

            HoverHandler {
                id: stripPointer
            }
        }

        VideoControls {
            width: parent.width
            visible: bottom.video.isOn
            video: bottom.video

            HoverHandler {
                id: controlsPointer
            }
        }
    }
}
