// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// A number on something, up to 999; nothing at 0.
Rectangle {
    id: badge

    property int count: 0
    property color tone: Theme.accent

    visible: count > 0
    implicitWidth: Math.max(implicitHeight, words.implicitWidth + 2 * Theme.space1 + 2)
    implicitHeight: words.implicitHeight + 2
    radius: height / 2
    color: tone
    Accessible.role: Accessible.StaticText
    Accessible.name: count

    Label {
        id: words

        anchors.centerIn: parent
        text: badge.count > 999 ? qsTr("999+") : badge.count
        color: Theme.textOnAccent
        font.pixelSize: Theme.textSmall
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
