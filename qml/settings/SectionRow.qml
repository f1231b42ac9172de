// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme

/// One section in the list of them.
T.ItemDelegate {
    id: row

    property bool isCurrent: false
    /// It leads to a page of its own.
    property bool leadsOn: false
    /// Keys would go to it.
    property bool hasKeys: false

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target + Theme.space1, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space3
    verticalPadding: Theme.space1
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.selected: isCurrent

    contentItem: Item {
        implicitWidth: sign.size + Theme.space3 + words.implicitWidth
        implicitHeight: words.implicitHeight

        Icon {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: row.icon.name
            size: Theme.textTitle
            color: row.isCurrent ? Theme.accent : Theme.textSoft
        }

        Label {
            id: words

            anchors.left: sign.right
            anchors.leftMargin: Theme.space3
            anchors.right: arrow.left
            anchors.verticalCenter: parent.verticalCenter
            text: row.text
            color: row.isCurrent ? Theme.accent : Theme.text
            wrapMode: Text.Wrap
        }

        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: row.leadsOn ? size : 0
            visible: row.leadsOn
            name: "chevron-right"
            mirror: row.mirrored
            size: Theme.textLarge
            color: Theme.textSoft
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: row.isCurrent ? Theme.accentSoft : "transparent"

        Wash {
            hovered: row.hovered
            pressed: row.down
        }

        FocusRing {
            shown: row.hasKeys
        }
    }
}
