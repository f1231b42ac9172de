// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// The name of an album, written in its place: Enter or going elsewhere takes it, Esc leaves it as it was.
TextField {
    id: field

    property bool isDone: false

    signal named(string name)
    signal canceled

    function begin(name: string) {
        field.text = name;
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    function take() {
        if (field.isDone)
            return;
        field.isDone = true;
        field.named(field.text);
    }

    maximumLength: 300
    placeholderText: qsTr("Name of the album")
    onAccepted: field.take()
    onActiveFocusChanged: {
        if (!field.activeFocus && field.visible)
            field.take();
    }
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: {
        field.isDone = true;
        field.canceled();
    }
}
