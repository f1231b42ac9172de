// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// A state by its icon, its colour and its word. `tone` names the colour.
Row {
    id: sign

    property string text: ""
    property string icon: ""
    property string tone: ""
    property string kind: "normal"
    readonly property color ink: {
        switch (sign.tone) {
        case "good":
            return Theme.good;
        case "warn":
            return Theme.warn;
        case "bad":
            return Theme.bad;
        case "accent":
            return Theme.accent;
        default:
            return Theme.textSoft;
        }
    }

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
        visible: text !== ""
        text: sign.text
        kind: sign.kind
        color: sign.ink
        Accessible.ignored: true
    }
}
