// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A line to write in, with its label above and what is wrong with it below.
T.TextField {
    id: field

    property string label: ""
    property string errorText: ""
    property string leadingIcon: ""
    property bool clearable: false
    readonly property real leading: leadingIcon === "" ? Theme.space3 : Theme.space3 + Theme.textTitle + Theme.space2
    readonly property real trailing: clearable ? Theme.target : Theme.space3

    implicitWidth: 240 * Theme.scale
    implicitHeight: Theme.target + topInset + bottomInset
    topInset: label === "" ? 0 : caption.implicitHeight + Theme.space1
    bottomInset: errorText === "" ? 0 : complaint.implicitHeight + Theme.space1
    topPadding: topInset
    bottomPadding: bottomInset
    leftPadding: LayoutMirroring.enabled ? trailing : leading
    rightPadding: LayoutMirroring.enabled ? leading : trailing
    font.pixelSize: Theme.textNormal
    color: Theme.text
    placeholderTextColor: Theme.textSoft
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    opacity: enabled ? 1 : 0.45
    Accessible.name: label === "" ? placeholderText : label
    Accessible.description: errorText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: field.activeFocus ? Theme.focusWidth : 1
        border.color: field.errorText !== "" ? Theme.bad : field.activeFocus ? Theme.accent : Theme.outlineStrong

        Icon {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            name: field.leadingIcon
            color: Theme.textSoft
        }
    }

    Label {
        id: caption

        width: parent.width
        visible: field.label !== ""
        text: field.label
        kind: "small"
        wrapMode: Text.Wrap
    }

    Label {
        x: field.leftPadding
        y: field.topInset
        width: field.width - field.leftPadding - field.rightPadding
        height: field.height - field.topInset - field.bottomInset
        visible: field.length === 0 && field.preeditText === ""
        text: field.placeholderText
        color: field.placeholderTextColor
        Accessible.ignored: true
    }

    IconButton {
        anchors.right: parent.right
        y: field.topInset
        visible: field.clearable && field.length > 0 && !field.readOnly
        focusPolicy: Qt.NoFocus
        text: qsTr("Clear")
        icon.name: "close"
        iconSize: Theme.textLarge
        ink: Theme.textSoft
        onClicked: field.clear()
    }

    Label {
        id: complaint

        anchors.bottom: parent.bottom
        width: parent.width
        visible: field.errorText !== ""
        text: field.errorText
        color: Theme.bad
        wrapMode: Text.Wrap
        font.pixelSize: Theme.textSmall
    }
}
