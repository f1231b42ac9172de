// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Settings

/// Lets a device in without a key being typed: it reads the code, then both show six digits for a person to compare.
Dialog {
    id: dialog

    required property SharingStatus status

    signal paired

    function ask() {
        pairing.invite();
        dialog.open();
    }

    title: qsTr("Pair a device")
    acceptText: pairing.state === DevicePairing.Comparing ? qsTr("They are the same") : pairing.state === DevicePairing.Expired ? qsTr("Try again") : pairing.state === DevicePairing.Paired ? qsTr("Done") : ""
    rejectText: pairing.state === DevicePairing.Comparing ? qsTr("They are not") : pairing.state === DevicePairing.Paired ? "" : qsTr("Cancel")
    closePolicy: Dialog.NoAutoClose
    checksFirst: pairing.state !== DevicePairing.Paired
    onCheckWanted: {
        if (pairing.state === DevicePairing.Comparing)
            pairing.confirm();
        else
            pairing.invite();
    }
    onClosed: pairing.close()

    DevicePairing {
        id: pairing

        onChanged: {
            if (pairing.state === DevicePairing.Paired)
                dialog.paired();
        }
    }

    Label {
        width: parent.width
        visible: pairing.state === DevicePairing.Inviting
        text: qsTr("Let the device read this code. It holds for two minutes and for one device.")
        wrapMode: Text.Wrap
    }

    QrCode {
        objectName: "pairingQr"
        anchors.horizontalCenter: parent.horizontalCenter
        // Four pixels and more for each of some 61 squares.
        width: Math.round(310 * Math.min(Theme.scale, 1.2))
        height: width
        visible: pairing.state === DevicePairing.Inviting && squares > 0
        text: pairing.token === "" ? "" : dialog.status.pairing(pairing.token)
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The address of this computer and a token, as a QR code")
    }

    Label {
        width: parent.width
        visible: pairing.state === DevicePairing.Comparing
        text: qsTr("“%1” asks to be let in. Does it show these digits?").arg(pairing.deviceName)
        wrapMode: Text.Wrap
    }

    Label {
        objectName: "pairingCode"
        width: parent.width
        visible: pairing.state === DevicePairing.Comparing
        text: pairing.code
        kind: "display"
        horizontalAlignment: Text.AlignHCenter
    }

    Label {
        width: parent.width
        visible: text !== ""
        text: pairing.state === DevicePairing.Comparing ? qsTr("If not, another device has read the code: say so, and nothing is handed out.") : pairing.state === DevicePairing.Confirmed ? qsTr("“%1” fetches its key…").arg(pairing.deviceName) : pairing.state === DevicePairing.Paired ? qsTr("“%1” is let in. Its key is in the list and can be revoked there.").arg(pairing.deviceName) : pairing.state === DevicePairing.Expired ? qsTr("No device has come within two minutes, or it has given up.") : ""
        kind: pairing.state === DevicePairing.Comparing ? "small" : "normal"
        wrapMode: Text.Wrap
    }
}
