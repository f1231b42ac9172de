// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// Something a menu does; its icon is icon.name.
T.MenuItem {
    id: item

    /// Its keys, shown at the end: "Del".
    property string keys: ""
    property bool isDanger: false
    readonly property color ink: isDanger ? Theme.bad : Theme.text

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: visible ? Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding) : 0
    height: visible ? implicitHeight : 0
    horizontalPadding: Theme.space3
    verticalPadding: Theme.space1
    font.pixelSize: Theme.textNormal
    hoverEnabled: true
    Accessible.description: keys

    contentItem: Item {
        implicitWidth: sign.size + Theme.space3 + words.implicitWidth + (end.width > 0 ? Theme.space5 + end.width : 0)
        implicitHeight: words.implicitHeight
        opacity: item.enabled ? 1 : 0.45

        Icon {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: item.checkable ? (item.checked ? "check" : "") : item.icon.name
            color: item.ink
            size: Theme.textTitle
        }

        Label {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: sign.size + Theme.space3
            anchors.right: end.left
            anchors.verticalCenter: parent.verticalCenter
            text: item.text
            font: item.font
            color: item.ink
        }

        Row {
            id: end

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter

            KeyHint {
                keys: item.keys
            }

            Icon {
                name: item.subMenu ? "chevron-right" : ""
                color: Theme.textSoft
                size: Theme.textLarge
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: item.highlighted ? Theme.accentSoft : "transparent"
    }
}
