// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// A picture that comes when it is there: a grey shape until then, a sign where it cannot be read.
Item {
    id: picture

    property url source
    property int fillMode: Image.PreserveAspectCrop
    property real radius: 0
    readonly property alias status: image.status
    /// Of the picture as it was loaded; empty before.
    readonly property size loadedSize: Qt.size(image.implicitWidth, image.implicitHeight)
    /// Asked for in steps, so that a window that grows does not load everything again at each pixel. A picture that is
    /// cut to its place needs more of its long side.
    readonly property real wanted: Math.ceil(Math.max(width, height) * (fillMode === Image.PreserveAspectCrop ? 1.5 : 1) / 64) * 64

    Accessible.role: Accessible.Graphic

    Skeleton {
        anchors.fill: parent
        radius: picture.radius
        visible: image.status === Image.Loading
    }

    Rectangle {
        anchors.fill: parent
        radius: picture.radius
        color: Theme.raised
        visible: image.status === Image.Error

        Icon {
            anchors.centerIn: parent
            name: "image-off"
            color: Theme.textSoft
            size: Math.min(2 * Theme.textDisplay, Math.min(picture.width, picture.height) * 0.5)
        }
    }

    Image {
        id: image

        anchors.fill: parent
        asynchronous: true
        source: picture.wanted > 0 ? picture.source : ""
        sourceSize.width: picture.wanted
        sourceSize.height: picture.wanted
        fillMode: picture.fillMode
        opacity: status === Image.Ready ? 1 : 0
        Accessible.ignored: true

        Behavior on opacity  {
            enabled: image.status === Image.Ready

            NumberAnimation {
                duration: Theme.stateTime
            }
        }
    }
}
