// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme

/// Something on the rail: its sign, and its name below or beside it.
T.AbstractButton {
    id: item

    property bool isBeside: false
    property bool isBar: false
    property int badge: 0
    default property alias sign: place.data
    readonly property color ink: item.checked ? Theme.accent : Theme.textSoft
    /// A bar has no room for large names; then a hint tells them.
    readonly property bool hasName: !(item.isBar && Theme.scale > 1.25)

    implicitHeight: Math.max(Math.round((item.isBeside ? 44 : 52) * Theme.scale), Theme.target)
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.name: item.text

    background: Rectangle {
        radius: Theme.radius
        color: item.checked ? Theme.accentSoft : "transparent"

        Wash {
            hovered: item.hovered
            pressed: item.down
        }

        FocusRing {
            shown: item.visualFocus
            distance: 0
        }
    }

    contentItem: Item {
        Item {
            id: place

            width: Math.round(22 * Theme.scale)
            height: width
            x: item.isBeside ? Theme.space3 : Math.round((parent.width - width) / 2)
            y: item.isBeside || !item.hasName ? Math.round((parent.height - height) / 2) : Math.round((parent.height - height - name.implicitHeight - 2) / 2)
        }

        Label {
            id: name

            // Below its sign it may reach to the edge of the rail: there is little room.
            x: item.isBeside ? place.x + place.width + Theme.space3 : -2
            y: item.isBeside ? Math.round((parent.height - implicitHeight) / 2) : place.y + place.height + 2
            width: parent.width - x - (item.isBeside ? Theme.space2 + (number.visible ? number.width + Theme.space1 : 0) : -2)
            visible: item.hasName
            horizontalAlignment: item.isBeside ? Text.AlignLeft : Text.AlignHCenter
            text: item.text
            color: item.checked ? Theme.accent : Theme.text
            font.pixelSize: item.isBeside ? Theme.textNormal : Math.round(11 * Theme.scale)
            font.weight: item.checked ? Font.DemiBold : Font.Normal
            // Rather a little smaller than cut.
            fontSizeMode: item.isBeside ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Math.round(9 * Theme.scale)
        }

        Badge {
            id: number

            x: item.isBeside ? parent.width - width - Theme.space2 : place.x + place.width - Theme.space1
            y: item.isBeside ? Math.round((parent.height - height) / 2) : place.y - Theme.space1
            count: item.badge
        }
    }

    ToolTip {
        visible: item.hovered && (name.truncated || !item.hasName)
        text: item.text
    }
}
