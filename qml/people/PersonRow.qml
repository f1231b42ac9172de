// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme

/// Somebody to choose from a list.
T.ItemDelegate {
    id: row

    required property string personId
    required property string name
    required property string cover

    implicitHeight: Math.round(Theme.target * 1.4)
    horizontalPadding: Theme.space2
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.name: row.name

    contentItem: RowLayout {
        spacing: Theme.space3

        Avatar {
            size: Math.round(Theme.target * 1.1)
            name: row.name
            source: row.cover
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            text: row.name
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: row.highlighted ? Theme.accentSoft : "transparent"

        Wash {
            hovered: row.hovered
            pressed: row.down
        }
    }
}
