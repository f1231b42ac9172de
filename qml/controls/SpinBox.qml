// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A whole number with buttons for one less and one more.
T.SpinBox {
    id: box

    property string label: ""

    implicitWidth: Math.max(input.implicitWidth, 48 * Theme.scale) + leftPadding + rightPadding
    implicitHeight: Theme.target
    leftPadding: Theme.target
    rightPadding: Theme.target
    font.pixelSize: Theme.textNormal
    editable: true
    // Of the window's language: when that changes, its text is made anew.
    locale: Qt.locale() // qmllint disable
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true
    Accessible.name: label

    validator: IntValidator {
        bottom: Math.min(box.from, box.to)
        top: Math.max(box.from, box.to)
    }

    contentItem: TextInput {
        id: input

        text: box.displayText
        font: box.font
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.textOnAccent
        horizontalAlignment: Qt.AlignHCenter
        verticalAlignment: Qt.AlignVCenter
        readOnly: !box.editable
        validator: box.validator
        inputMethodHints: box.inputMethodHints
        selectByMouse: true
    }

    component Step: Item {
        id: step

        property string icon
        property bool hovered: false
        property bool pressed: false

        implicitWidth: Theme.target
        implicitHeight: Theme.target

        Wash {
            hovered: step.hovered
            pressed: step.pressed
        }

        Icon {
            anchors.centerIn: parent
            name: step.icon
            size: Theme.textLarge
            opacity: step.enabled ? 1 : 0.45
        }
    }

    down.indicator: Step {
        x: box.mirrored ? box.width - width : 0
        icon: "minus"
        hovered: box.down.hovered
        pressed: box.down.pressed
        enabled: box.value > box.from
    }

    up.indicator: Step {
        x: box.mirrored ? 0 : box.width - width
        icon: "plus"
        hovered: box.up.hovered
        pressed: box.up.pressed
        enabled: box.value < box.to
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: box.activeFocus ? Theme.focusWidth : 1
        border.color: box.activeFocus ? Theme.accent : Theme.outlineStrong
    }
}
