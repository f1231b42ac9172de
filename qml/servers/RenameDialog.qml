// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Servers

/// Asks for another name of a server.
Dialog {
    id: dialog

    property string server: ""

    function ask(server: string) {
        dialog.server = server;
        field.text = server;
        dialog.open();
        field.forceActiveFocus();
        field.selectAll();
    }

    title: qsTr("Rename the server")
    acceptText: qsTr("Rename")
    canAccept: field.text.trim() !== ""
    onAccepted: ServerActs.rename(dialog.server, field.text)

    TextField {
        id: field

        width: parent.width
        label: qsTr("Name")
        maximumLength: 80
        onAccepted: {
            if (dialog.canAccept)
                dialog.accept();
        }
    }
}
