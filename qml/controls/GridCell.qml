// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// A cell of a PictureGrid: where it is, its frame and its mark. A page adds the roles that it shows as required
/// properties, and what shows them.
Item {
    id: gridCell

    required property int itemIndex
    required property real cellX
    required property real cellY
    required property real cellWidth
    required property real cellHeight
    required property bool isSelected
    required property bool isCurrent

    property real radius: Theme.space1
    /// Whether it shows that it is selected or has the focus: not while something is written in it.
    property bool hasFrame: true
    readonly property GridSurface surface: parent as GridSurface
    readonly property bool isPointedAt: pointer.hovered
    default property alias content: body.data

    x: cellX
    y: cellY
    width: cellWidth
    height: cellHeight
    visible: itemIndex >= 0
    Accessible.role: Accessible.ListItem
    Accessible.selectable: true
    Accessible.selected: isSelected
    Accessible.focusable: true
    Accessible.focused: isCurrent && (surface?.showsFocus ?? false)

    HoverHandler {
        id: pointer
    }

    Item {
        id: body

        anchors.fill: parent
    }

    Rectangle {
        anchors.fill: parent
        visible: gridCell.isSelected && gridCell.hasFrame
        color: Qt.alpha(Theme.accent, 0.18)
        radius: gridCell.radius
        border.width: 3
        border.color: Theme.accent
    }

    FocusRing {
        shown: gridCell.hasFrame && gridCell.isCurrent && (gridCell.surface?.showsFocus ?? false)
        distance: gridCell.isSelected ? -5 : 0
        radius: gridCell.radius
        border.color: gridCell.isSelected ? Theme.textOnAccent : Theme.accent
    }

    CheckMark {
        x: Theme.space2
        y: Theme.space2
        visible: gridCell.isSelected || gridCell.isPointedAt || (gridCell.surface?.isSelecting ?? false)
        isRound: true
        opacity: gridCell.isSelected ? 1 : 0.85
        state3: gridCell.isSelected ? Qt.Checked : Qt.Unchecked
    }
}
