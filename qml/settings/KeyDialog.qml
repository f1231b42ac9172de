// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Settings

/// A new key, shown this once: to copy, or to be read by a phone's camera.
Dialog {
    id: dialog

    required property SharingStatus status
    property string secret: ""

    function show(name: string, secret: string) {
        dialog.title = qsTr("The key for “%1”").arg(name);
        dialog.secret = secret;
        dialog.open();
    }

    acceptText: qsTr("Done")
    rejectText: ""
    closePolicy: Dialog.NoAutoClose
    // Nothing of it stays.
    onClosed: dialog.secret = ""

    Label {
        width: parent.width
        text: qsTr("Copy it now, or let the phone read the code. Kinframe keeps only a trace of it and cannot show it again.")
        wrapMode: Text.Wrap
    }

    TextField {
        objectName: "secret"
        width: parent.width
        readOnly: true
        label: qsTr("Key")
        text: dialog.secret
        font.family: "monospace"
    }

    Button {
        text: qsTr("Copy the key")
        icon.name: "copy"
        onClicked: {
            dialog.status.copy(dialog.secret);
            Notices.show(qsTr("Copied."));
        }
    }

    QrCode {
        objectName: "qr"
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.round(220 * Math.min(Theme.scale, 1.4))
        height: width
        visible: squares > 0
        text: dialog.secret === "" ? "" : dialog.status.invitation(dialog.secret)
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The key as a QR code, with the address of this computer")
    }
}
