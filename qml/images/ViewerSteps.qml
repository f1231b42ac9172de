// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// The ways to the photo before and after, at both sides.
Item {
    id: steps

    property bool hasPrevious: false
    property bool hasNext: false

    signal stepped(int by)

    StageButton {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space2
        visible: steps.hasPrevious
        text: qsTr("Previous photo")
        keys: "Left"
        icon.name: "chevron-left"
        onClicked: steps.stepped(-1)
    }

    StageButton {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space2
        visible: steps.hasNext
        text: qsTr("Next photo")
        keys: "Right"
        icon.name: "chevron-right"
        onClicked: steps.stepped(1)
    }
}
