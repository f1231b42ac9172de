// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// A face that somebody draws over the photo, and then names: with the mouse, or with the arrows (with Shift its size).
FocusScope {
    id: sheet

    property bool isOn: false
    readonly property rect usual: Qt.rect(0.4, 0.35, 0.2, 0.3)
    property rect box: usual
    property bool isNaming: false
    property point start

    signal drawn(rect box, string name, string personId)
    signal canceled

    function askName() {
        sheet.isNaming = true;
        field.forceActiveFocus();
    }

    visible: isOn
    onVisibleChanged: {
        sheet.isNaming = false;
        sheet.box = sheet.usual;
        field.text = "";
        if (sheet.visible)
            sheet.forceActiveFocus();
    }
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("A new face: move it with the arrows, change its size with Shift, then press Enter")
    Keys.onEscapePressed: sheet.canceled()
    Keys.onReturnPressed: sheet.askName()
    Keys.onEnterPressed: sheet.askName()
    Keys.onPressed: event => {
        const x = event.key === Qt.Key_Left ? -0.01 : event.key === Qt.Key_Right ? 0.01 : 0;
        const y = event.key === Qt.Key_Up ? -0.01 : event.key === Qt.Key_Down ? 0.01 : 0;
        if (x === 0 && y === 0)
            return;
        event.accepted = true;
        const sizes = event.modifiers & Qt.ShiftModifier;
        const w = Math.max(0.01, Math.min(1, sheet.box.width + (sizes ? x : 0)));
        const h = Math.max(0.01, Math.min(1, sheet.box.height + (sizes ? y : 0)));
        sheet.box = Qt.rect(Math.max(0, Math.min(1 - w, sheet.box.x + (sizes ? 0 : x))), Math.max(0, Math.min(1 - h, sheet.box.y + (sizes ? 0 : y))), w, h);
    }

    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.CrossCursor
        preventStealing: true
        onPressed: event => {
            sheet.isNaming = false;
            sheet.start = Qt.point(event.x, event.y);
        }
        onPositionChanged: event => {
            const x = Math.max(0, Math.min(width, event.x));
            const y = Math.max(0, Math.min(height, event.y));
            sheet.box = Qt.rect(Math.min(x, sheet.start.x) / width, Math.min(y, sheet.start.y) / height, Math.abs(x - sheet.start.x) / width, Math.abs(y - sheet.start.y) / height);
        }
        onReleased: {
            if (sheet.box.width * width > 8 && sheet.box.height * height > 8)
                sheet.askName();
        }
    }

    Rectangle {
        id: frame

        x: sheet.box.x * sheet.width
        y: sheet.box.y * sheet.height
        width: sheet.box.width * sheet.width
        height: sheet.box.height * sheet.height
        color: Qt.alpha(Theme.textOnStage, 0.12)
        radius: Theme.radius
        border.width: 3
        border.color: Theme.textOnStage
        NameField {
            id: field

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.bottom
            anchors.topMargin: Theme.space1
            visible: sheet.isNaming
            onCanceled: sheet.canceled()
            onNamed: (name, personId) => sheet.drawn(sheet.box, name, personId)
        }
    }
}
