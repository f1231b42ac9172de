// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// A button that shows its key.
Button {
    id: button

    property string keys: ""

    Accessible.description: keys

    contentItem: Row {
        spacing: Theme.space2

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            color: button.ink
            font: button.font
            Accessible.ignored: true
        }

        KeyHint {
            anchors.verticalCenter: parent.verticalCenter
            keys: button.keys
            ink: button.ink
        }
    }
}
