// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// The square of a check box, by itself; round on a photo.
Rectangle {
    id: mark

    property int state3: Qt.Unchecked
    property bool isRound: false

    implicitWidth: Theme.textTitle
    implicitHeight: Theme.textTitle
    radius: isRound ? width / 2 : Theme.space1
    color: state3 !== Qt.Unchecked ? Theme.accent : isRound ? Theme.shade : Theme.surface
    border.width: state3 === Qt.Unchecked || isRound ? 1 : 0
    border.color: isRound ? Theme.textOnStage : Theme.outlineStrong

    Icon {
        anchors.centerIn: parent
        name: mark.state3 === Qt.Unchecked ? "" : mark.state3 === Qt.PartiallyChecked ? "minus" : "check"
        color: Theme.textOnAccent
        size: mark.width - Theme.space1
    }
}
