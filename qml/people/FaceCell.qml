// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One face of a person, cut out of its photo.
GridCell {
    id: cell

    required property string faceId
    required property string dateText
    required property bool isConfirmed

    Accessible.name: cell.isConfirmed ? qsTr("Face of %1, confirmed").arg(cell.dateText) : qsTr("Face of %1").arg(cell.dateText)

    Picture {
        anchors.fill: parent
        radius: cell.radius
        source: cell.faceId === "" ? "" : "image://library/face/" + cell.faceId
        Accessible.ignored: true
    }

    Rectangle {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space1
        width: mark.size + Theme.space1
        height: width
        radius: width / 2
        visible: cell.isConfirmed
        color: Qt.alpha(Theme.stage, 0.55)

        Icon {
            id: mark

            anchors.centerIn: parent
            name: "check"
            color: Theme.textOnStage
            size: Theme.textSmall
        }
    }
}
