// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Asks who somebody is and how much they may fill; for a new person also the first password. It stays open until what
/// it wants is done: the section closes it, or says what is wrong.
Dialog {
    id: dialog

    property string userId: ""
    property bool isOwner: false
    property string problem: ""
    property alias name: nameField.text
    property alias email: emailField.text
    property alias password: passwordField.text
    property alias isAdmin: adminBox.checked
    readonly property int gigabytes: limitBox.checked ? gigabytesBox.value : 0

    signal wanted

    function add() {
        dialog.fill("", "", "", false, false, 0);
    }

    function edit(userId: string, name: string, email: string, isAdmin: bool, isOwner: bool, gigabytes: double) {
        dialog.fill(userId, name, email, isAdmin, isOwner, gigabytes);
    }

    function fill(userId: string, name: string, email: string, isAdmin: bool, isOwner: bool, gigabytes: double) {
        dialog.userId = userId;
        dialog.isOwner = isOwner;
        dialog.problem = "";
        nameField.text = name;
        emailField.text = email;
        passwordField.clear();
        adminBox.checked = isAdmin;
        limitBox.checked = gigabytes > 0;
        gigabytesBox.value = gigabytes > 0 ? Math.max(1, Math.round(gigabytes)) : 50;
        dialog.open();
        nameField.forceActiveFocus();
    }

    title: dialog.userId === "" ? qsTr("Add a person") : qsTr("Change “%1”").arg(nameField.text)
    acceptText: dialog.userId === "" ? qsTr("Add") : qsTr("Save")
    canAccept: nameField.text.trim() !== "" && emailField.text.includes("@") && (dialog.userId !== "" || passwordField.length >= 8)
    checksFirst: true
    onCheckWanted: {
        dialog.problem = "";
        dialog.wanted();
    }

    Banner {
        objectName: "problem"
        width: parent.width
        visible: text !== ""
        kind: "bad"
        text: dialog.problem
    }

    TextField {
        id: nameField

        objectName: "userName"
        width: parent.width
        label: qsTr("Name")
        maximumLength: 200
    }

    TextField {
        id: emailField

        objectName: "userEmail"
        width: parent.width
        label: qsTr("E-mail address, to sign in with")
        maximumLength: 200
        inputMethodHints: Qt.ImhEmailCharactersOnly
    }

    TextField {
        id: passwordField

        objectName: "userPassword"
        width: parent.width
        visible: dialog.userId === ""
        label: qsTr("First password, of at least 8 characters")
        echoMode: TextInput.Password
        maximumLength: 256
    }

    CheckBox {
        id: adminBox

        objectName: "userAdmin"
        width: parent.width
        enabled: !dialog.isOwner
        text: qsTr("May look after the people and the settings of this library")
    }

    CheckBox {
        id: limitBox

        objectName: "userLimited"
        width: parent.width
        text: qsTr("May fill only so much of the disk")
    }

    Row {
        spacing: Theme.space2
        visible: limitBox.checked

        SpinBox {
            id: gigabytesBox

            objectName: "userGigabytes"
            from: 1
            to: 1000000
            label: qsTr("Gigabytes that they may fill")
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("GB")
        }
    }
}
