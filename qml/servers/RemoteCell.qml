// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One photo of another library; those that are here already are marked.
GridCell {
    id: cell

    required property string assetId
    required property string picture
    required property string fileName
    required property string dateText
    required property string duration
    required property bool isVideo
    required property bool isLive
    required property bool isHere
    required property bool isFavorite

    function joined(parts: var): string {
        return parts.filter(part => part !== "").join(", ");
    }

    Accessible.name: cell.joined([cell.fileName, cell.dateText, cell.isVideo ? qsTr("video") : cell.isLive ? qsTr("live photo") : "", cell.isHere ? qsTr("here already") : ""])

    Picture {
        anchors.fill: parent
        radius: cell.radius
        source: cell.picture
        Accessible.ignored: true
    }

    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space1
        width: kindRow.width + 2 * Theme.space1
        height: kindRow.height + Theme.space1
        visible: cell.isVideo || cell.isLive
        radius: Theme.radius
        color: Qt.alpha(Theme.stage, 0.55)

        Row {
            id: kindRow

            anchors.centerIn: parent
            spacing: 2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: cell.isVideo ? "play" : "live-photo"
                color: Theme.textOnStage
                size: Theme.textSmall
            }

            Label {
                visible: text !== ""
                text: cell.duration
                kind: "small"
                color: Theme.textOnStage
                Accessible.ignored: true
            }
        }
    }

    Rectangle {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space1
        width: Theme.textTitle + 2
        height: width
        radius: width / 2
        visible: cell.isHere
        color: Theme.good

        Icon {
            anchors.centerIn: parent
            name: "check"
            color: Theme.textOnAccent
            size: Theme.textNormal
        }
    }

    Icon {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space2
        name: cell.isFavorite ? "heart-filled" : ""
        color: Theme.textOnStage
        size: Theme.textLarge
    }
}
