// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Settings

/// The keys with which programs and phones get in.
SettingGroup {
    id: group

    required property SharingStatus status
    property string errorText: ""

    title: qsTr("Keys")

    AccessKeys {
        id: accessKeys

        onCreated: (name, secret) => shown.show(name, secret)
        onRefused: sentence => group.errorText = sentence
    }

    Banner {
        width: parent.width
        visible: text !== ""
        kind: "bad"
        text: group.errorText !== "" ? group.errorText : accessKeys.errorText
        dismissible: group.errorText !== ""
        onDismissed: group.errorText = ""
    }

    Label {
        width: parent.width
        visible: accessKeys.status === AccessKeys.Ready && accessKeys.count === 0
        text: qsTr("There is no key yet. Make one for each phone and program, so that each can be locked out alone.")
        kind: "soft"
        wrapMode: Text.Wrap
    }

    Repeater {
        model: accessKeys

        KeyRow {
            width: parent.width
            onRevocationWanted: (id, name) => revocation.ask(id, name)
        }
    }

    Flow {
        width: parent.width
        spacing: Theme.space2

        Button {
            objectName: "pairDevice"
            text: qsTr("Pair a device…")
            icon.name: "qr"
            enabled: group.status.isRunning
            onClicked: pairing.ask()
        }

        Button {
            objectName: "newKey"
            text: qsTr("New key…")
            icon.name: "key"
            onClicked: creation.ask()
        }
    }

    Label {
        width: parent.width
        visible: !group.status.isRunning
        text: qsTr("To pair a device, share this library first.")
        kind: "small"
        wrapMode: Text.Wrap
    }

    DevicePairingDialog {
        id: pairing

        status: group.status
        onPaired: accessKeys.reload()
    }

    NewKeyDialog {
        id: creation

        onCreated: (name, isReadOnly) => {
            group.errorText = "";
            accessKeys.create(name, isReadOnly);
        }
    }

    KeyDialog {
        id: shown

        status: group.status
    }

    Dialog {
        id: revocation

        property string keyId: ""
        property string name: ""

        function ask(id: string, name: string) {
            revocation.keyId = id;
            revocation.name = name;
            revocation.open();
        }

        title: qsTr("Revoke the key “%1”").arg(name)
        acceptText: qsTr("Revoke")
        isDanger: true
        onAccepted: accessKeys.revoke(revocation.keyId)

        Label {
            width: parent.width
            text: qsTr("Whoever uses it is locked out at once and needs a new one. This cannot be undone.")
            wrapMode: Text.Wrap
        }
    }
}
