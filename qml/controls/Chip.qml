// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A small word that stands for something: a tag, a filter. With a cross where it can go.
T.AbstractButton {
    id: chip

    property bool removable: false

    signal removed

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: chip.mirrored && removable ? cross.width : Theme.space3
    rightPadding: !chip.mirrored && removable ? cross.width : Theme.space3
    hoverEnabled: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: text
    Keys.onDeletePressed: {
        if (chip.removable)
            chip.removed();
    }

    contentItem: IconText {
        icon: chip.icon.name
        text: chip.text
        iconSize: Theme.textLarge
        color: chip.checked ? Theme.accent : Theme.text
    }

    background: Rectangle {
        radius: height / 2
        color: chip.checked ? Theme.accentSoft : Theme.raised
        border.width: 1
        border.color: chip.checked ? Theme.accent : Theme.outline

        Wash {
            radius: parent.radius
            hovered: chip.hovered
            pressed: chip.down
        }

        FocusRing {
            shown: chip.visualFocus
            radius: height / 2
        }
    }

    IconButton {
        id: cross

        anchors.right: parent.right
        height: parent.height
        visible: chip.removable
        text: qsTr("Remove %1").arg(chip.text)
        icon.name: "close"
        iconSize: Theme.textNormal
        ink: Theme.textSoft
        onClicked: chip.removed()
    }
}
