// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What a new album is called.
Dialog {
    id: dialog

    signal named(string name)

    function ask() {
        field.clear();
        dialog.open();
    }

    title: qsTr("New album")
    acceptText: qsTr("Create")
    canAccept: field.text.trim() !== ""
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onAccepted: dialog.named(field.text)

    TextField {
        id: field

        objectName: "newAlbumName"
        width: parent.width
        label: qsTr("Name")
        placeholderText: qsTr("Summer by the sea")
        maximumLength: 300
        onAccepted: {
            if (dialog.canAccept)
                dialog.accept();
        }
    }
}
