// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme

/// A command in the list of all: what it does, where it belongs, and its keys.
T.ItemDelegate {
    id: row

    required property Command command
    readonly property var sequences: row.command.sequences

    text: row.command.text
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: row.text
    Accessible.description: row.command.group

    background: Rectangle {
        radius: Theme.radius
        color: row.highlighted ? Theme.accentSoft : "transparent"
    }

    contentItem: RowLayout {
        spacing: Theme.space3

        Item {
            Layout.preferredWidth: Theme.textTitle
            Layout.preferredHeight: Theme.textTitle

            Icon {
                name: row.command.icon
                color: row.highlighted ? Theme.accent : Theme.textSoft
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            text: row.text
        }

        Label {
            Layout.fillWidth: true
            text: row.command.group
            kind: "small"
        }

        KeyHint {
            keys: row.sequences && row.sequences.length > 0 ? row.sequences[0] : ""
        }
    }
}
