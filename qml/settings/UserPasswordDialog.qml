// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// Asks for another password for somebody who has forgotten theirs.
Dialog {
    id: dialog

    property string userId: ""
    property string name: ""

    signal chosen(string userId, string password)

    function ask(userId: string, name: string) {
        dialog.userId = userId;
        dialog.name = name;
        field.clear();
        dialog.open();
        field.forceActiveFocus();
    }

    title: qsTr("New password for “%1”").arg(dialog.name)
    acceptText: qsTr("Set the password")
    canAccept: field.length >= 8
    onAccepted: dialog.chosen(dialog.userId, field.text)
    onClosed: field.clear()

    Label {
        width: parent.width
        text: qsTr("Every app that is signed in with the present password has to sign in again. Keys stay valid.")
        wrapMode: Text.Wrap
    }

    TextField {
        id: field

        objectName: "newPassword"
        width: parent.width
        label: qsTr("New password, of at least 8 characters")
        echoMode: TextInput.Password
        maximumLength: 256
        onAccepted: {
            if (dialog.canAccept)
                dialog.accept();
        }
    }
}
