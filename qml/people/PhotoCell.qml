// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One photo of a person.
GridCell {
    id: cell

    required property string assetId
    required property string dateText
    required property bool isVideo

    readonly property bool isLarge: cellWidth * Screen.devicePixelRatio > 300

    Accessible.name: cell.isVideo ? qsTr("Video of %1").arg(cell.dateText) : qsTr("Photo of %1").arg(cell.dateText)

    Picture {
        anchors.fill: parent
        radius: cell.radius
        source: cell.assetId === "" ? "" : "image://library/" + (cell.isLarge ? "preview/" : "thumb/") + cell.assetId
        Accessible.ignored: true
    }

    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space1
        width: mark.size + Theme.space2
        height: width
        radius: width / 2
        visible: cell.isVideo
        color: Qt.alpha(Theme.stage, 0.55)

        Icon {
            id: mark

            anchors.centerIn: parent
            name: "play"
            color: Theme.textOnStage
            size: Theme.textSmall
        }
    }
}
