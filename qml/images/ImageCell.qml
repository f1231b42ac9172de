// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One photo of the grid, with what tells it from the others.
GridCell {
    id: cell

    required property string assetId
    required property string picture
    required property string name
    required property string duration
    required property int phase
    required property bool isVideo
    required property bool isLive
    required property bool isFavourite
    required property bool isArchived
    required property int rating
    required property int stacked

    readonly property bool isBroken: phase === 2
    /// The thumbnail is 256 pixels long; a much larger cell shows the preview, which takes many times as long.
    readonly property bool isLarge: Math.max(cellWidth, cellHeight) * Screen.devicePixelRatio > 360

    Accessible.name: cell.isBroken ? qsTr("%1, cannot be shown").arg(cell.name) : cell.name

    Picture {
        anchors.fill: parent
        radius: cell.radius
        source: cell.isLarge ? cell.picture.replace("/thumb/", "/preview/") : cell.picture
        Accessible.ignored: true
    }

    Rectangle {
        anchors.fill: parent
        visible: cell.picture === ""
        radius: cell.radius
        color: Theme.raised
    }

    Icon {
        anchors.centerIn: parent
        visible: cell.isBroken || (cell.picture === "" && cell.assetId !== "")
        name: cell.isBroken ? "image-off" : cell.isVideo ? "play" : "image"
        color: Theme.textSoft
        size: Math.min(2 * Theme.textDisplay, cell.cellWidth / 3)
    }

    CellBadge {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space1
        visible: cell.isVideo || cell.isLive || cell.stacked > 0

        CellSign {
            visible: cell.stacked > 0
            name: "stack"
        }

        CellWords {
            objectName: "stacked"
            visible: cell.stacked > 0
            text: Number(cell.stacked).toLocaleString(Qt.locale(), "f", 0)
        }

        CellSign {
            visible: cell.isVideo || cell.isLive
            name: cell.isVideo ? "play" : "live-photo"
        }

        CellWords {
            visible: text !== ""
            text: cell.duration
        }
    }

    CellBadge {
        objectName: "marks"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space1
        visible: cell.isFavourite || cell.rating > 0 || cell.isArchived

        CellSign {
            visible: cell.isFavourite
            name: "heart-filled"
        }

        CellSign {
            visible: cell.rating > 0
            name: "star-filled"
        }

        CellWords {
            visible: cell.rating > 0
            text: Number(cell.rating).toLocaleString(Qt.locale(), "f", 0)
        }

        CellSign {
            visible: cell.isArchived
            name: "archive"
        }
    }
}
