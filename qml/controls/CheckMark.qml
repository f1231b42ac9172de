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
    // A round one is seen on light and on dark pictures.
    color: state3 !== Qt.Unchecked ? Theme.accent : isRound ? Qt.alpha(Theme.surface, 0.85) : Theme.surface
    border.width: state3 === Qt.Unchecked || isRound ? 1 : 0
    border.color: isRound && state3 !== Qt.Unchecked ? Theme.textOnAccent : Theme.outlineStrong

    Icon {
        anchors.centerIn: parent
        name: mark.state3 === Qt.Unchecked ? "" : mark.state3 === Qt.PartiallyChecked ? "minus" : "check"
        color: Theme.textOnAccent
        size: mark.width - Theme.space1
    }
}
