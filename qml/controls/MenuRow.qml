// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// One choice in a list that pops up.
T.ItemDelegate {
    id: row

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space3
    verticalPadding: Theme.space1
    font.pixelSize: Theme.textNormal
    hoverEnabled: true

    contentItem: Label {
        text: row.text
        font: row.font
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
