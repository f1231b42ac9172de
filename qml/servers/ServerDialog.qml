// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Servers

/// Asks for another library and how one signs in there, or for a new sign-in to a known one. It closes once the server
/// has answered.
Dialog {
    id: dialog

    /// Empty: a new one.
    property string server: ""
    property bool isTrusted: false
    /// Of the certificate that the server showed last.
    property string shown: ""
    readonly property bool usesKey: ways.currentIndex === 0
    readonly property bool isWhole: (dialog.server !== "" || url.text.trim() !== "") && (dialog.usesKey ? key.text.trim() !== "" : email.text.trim() !== "" && password.text !== "")

    function askNew(address: string) {
        dialog.clear();
        dialog.server = "";
        url.text = address;
        dialog.open();
        url.forceActiveFocus();
    }

    /// `facts` of ServerList.
    function askSignIn(server: string, facts: var) {
        dialog.clear();
        dialog.server = server;
        dialog.open();
        (dialog.usesKey ? key : email).forceActiveFocus();
    }

    function hasField(name: string): bool {
        return name === "key" ? dialog.usesKey : name === "email" || name === "password" ? !dialog.usesKey : dialog.server === "" && (name === "url" || name === "name");
    }

    function clear() {
        form.reset();
        dialog.isTrusted = false;
        dialog.shown = "";
        for (const field of [url, name, key, email, password])
            field.text = "";
    }

    function typed(): var {
        return {
            "url": url.text,
            "name": name.text,
            "key": dialog.usesKey ? key.text : "",
            "email": email.text,
            "password": password.text,
            "fingerprint": dialog.isTrusted ? dialog.shown : ""
        };
    }

    function send() {
        if (!dialog.isWhole || form.isBusy)
            return;
        if (dialog.server === "")
            form.add(dialog.typed());
        else
            form.signIn(dialog.server, dialog.typed());
    }

    title: dialog.server === "" ? qsTr("Add a server") : qsTr("Sign in to “%1” again").arg(dialog.server)
    // It stays until the server has answered.
    acceptText: ""
    rejectText: ""
    size: Math.round(520 * Theme.scale)
    // Nothing of what is secret stays.
    onClosed: dialog.clear()

    footer: Item {
        implicitHeight: buttons.implicitHeight + Theme.space4 + Theme.space5

        Flow {
            id: buttons

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Theme.space4
            anchors.leftMargin: Theme.space5
            anchors.rightMargin: Theme.space5
            layoutDirection: Qt.RightToLeft
            spacing: Theme.space2

            Button {
                objectName: "send"
                text: dialog.server === "" ? qsTr("Add") : qsTr("Sign in")
                kind: "primary"
                enabled: dialog.isWhole && !form.isBusy
                onClicked: dialog.send()
            }

            Button {
                text: qsTr("Test the connection")
                visible: dialog.server === ""
                enabled: dialog.isWhole && !form.isBusy
                onClicked: form.tryOut(dialog.typed())
            }

            Button {
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }
        }
    }

    ServerForm {
        id: form

        onChanged: {
            if (form.fingerprint !== "")
                dialog.shown = form.fingerprint;
        }
        onDone: server => {
            Notices.show(dialog.server === "" ? qsTr("“%1” is added. Its list is being read.").arg(server) : qsTr("Signed in to “%1”.").arg(server));
            dialog.close();
        }
    }

    TextField {
        id: url

        width: parent.width
        visible: dialog.server === ""
        label: qsTr("Address")
        placeholderText: qsTr("https://photos.example.org")
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        errorText: form.errorField === "url" && form.fingerprint === "" ? form.errorText : ""
        onTextEdited: {
            dialog.isTrusted = false;
            dialog.shown = "";
        }
        onAccepted: dialog.send()
    }

    TextField {
        id: name

        width: parent.width
        visible: dialog.server === ""
        label: qsTr("Name, as you like")
        maximumLength: 80
        placeholderText: qsTr("As the address says")
        errorText: form.errorField === "name" ? form.errorText : ""
        onAccepted: dialog.send()
    }

    Segmented {
        id: ways

        width: Math.min(implicitWidth, parent.width)
        options: [qsTr("Key"), qsTr("E-mail and password")]
        Accessible.name: qsTr("How you sign in")
    }

    TextField {
        id: key

        width: parent.width
        visible: dialog.usesKey
        label: qsTr("API key")
        echoMode: TextInput.PasswordEchoOnEdit
        errorText: form.errorField === "key" ? form.errorText : ""
        onAccepted: dialog.send()
    }

    Label {
        width: parent.width
        visible: dialog.usesKey
        text: qsTr("Make one there: in Kinframe under Settings, Sharing; in Immich under Account settings, API keys.")
        kind: "small"
        wrapMode: Text.Wrap
    }

    TextField {
        id: email

        width: parent.width
        visible: !dialog.usesKey
        label: qsTr("E-mail")
        inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
        errorText: form.errorField === "email" ? form.errorText : ""
        onAccepted: dialog.send()
    }

    TextField {
        id: password

        width: parent.width
        visible: !dialog.usesKey
        label: qsTr("Password")
        echoMode: TextInput.Password
        errorText: form.errorField === "password" ? form.errorText : ""
        onAccepted: dialog.send()
    }

    Label {
        width: parent.width
        visible: !dialog.usesKey
        text: qsTr("The password is used once, to sign in, and kept nowhere.")
        kind: "small"
        wrapMode: Text.Wrap
    }

    Banner {
        width: parent.width
        visible: form.errorText !== "" && (form.fingerprint !== "" || !dialog.hasField(form.errorField))
        kind: "bad"
        text: form.errorText
    }

    Column {
        width: parent.width
        visible: dialog.shown !== ""
        spacing: Theme.space1

        Label {
            width: parent.width
            text: qsTr("Fingerprint of its certificate (SHA-256)")
            kind: "small"
            wrapMode: Text.Wrap
        }

        Label {
            objectName: "fingerprint"
            width: parent.width
            text: dialog.shown
            font.family: "monospace"
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        CheckBox {
            width: parent.width
            text: qsTr("It is the one that the server shows in its own settings: trust it, and no other.")
            checked: dialog.isTrusted
            onToggled: dialog.isTrusted = checked
        }
    }

    Banner {
        width: parent.width
        visible: text !== ""
        kind: "good"
        text: form.foundText
    }

    Banner {
        width: parent.width
        visible: text !== ""
        kind: "warn"
        text: form.missingText
    }

    ProgressBar {
        width: parent.width
        visible: form.isBusy
        indeterminate: true
        label: qsTr("Asking the server")
    }
}
