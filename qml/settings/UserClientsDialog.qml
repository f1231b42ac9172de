// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Settings

/// The apps and programs with which somebody is signed in.
Dialog {
    id: dialog

    property string name: ""
    property string problem: ""

    function show(userId: string, name: string) {
        dialog.name = name;
        dialog.problem = "";
        clients.userId = "";
        clients.userId = userId;
        dialog.open();
    }

    title: qsTr("Where “%1” is signed in").arg(dialog.name)
    acceptText: qsTr("Done")
    rejectText: ""
    size: Math.round(520 * Theme.scale)

    SignedInClients {
        id: clients

        onRefused: sentence => dialog.problem = sentence
    }

    Banner {
        width: parent.width
        visible: text !== ""
        kind: "bad"
        text: dialog.problem !== "" ? dialog.problem : clients.errorText
    }

    Label {
        width: parent.width
        visible: clients.status === SignedInClients.Ready && clients.count === 0
        text: qsTr("Nowhere at present.")
        kind: "soft"
    }

    ListView {
        id: list

        width: parent.width
        height: Math.min(contentHeight, 320 * Theme.scale)
        visible: clients.count > 0
        clip: true
        spacing: Theme.space3
        model: clients
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: dialog.title

        delegate: RowLayout {
            id: client

            required property string clientId
            required property string name
            required property bool isKey
            required property string used

            width: list.width
            spacing: Theme.space3

            Icon {
                Layout.alignment: Qt.AlignVCenter
                name: client.isKey ? "key" : "phone"
                color: Theme.textSoft
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Label {
                    Layout.fillWidth: true
                    text: client.name
                    elide: Text.ElideRight
                }

                Label {
                    Layout.fillWidth: true
                    text: client.used
                    kind: "small"
                    wrapMode: Text.Wrap
                }
            }

            Button {
                text: qsTr("Sign out")
                Accessible.name: qsTr("Sign “%1” out").arg(client.name)
                onClicked: clients.signOut(client.clientId)
            }
        }
    }
}
