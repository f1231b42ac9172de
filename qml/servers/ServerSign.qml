// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// How a server stands by its icon, its colour and its word. `tone` names the colour.
Row {
    id: sign

    property string text: ""
    property string icon: ""
    property string tone: ""
    readonly property color ink: sign.tone === "good" ? Theme.good : sign.tone === "warn" ? Theme.warn : sign.tone === "bad" ? Theme.bad : sign.tone === "accent" ? Theme.accent : Theme.textSoft

    spacing: Theme.space1
    Accessible.role: Accessible.StaticText
    Accessible.name: sign.text

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: sign.icon
        color: sign.ink
        size: Theme.textLarge
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: sign.text
        color: sign.ink
        Accessible.ignored: true
    }
}
