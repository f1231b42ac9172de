// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Settings

/// Who may use this library, and how much of it each may fill.
SettingsSection {
    id: section

    property string problem: ""

    lead: qsTr("Each person has photos, people and renders of their own here and sees nothing of the others’. They sign in over the network with their e-mail address and password.")

    LibraryUsers {
        id: users

        onDone: {
            section.problem = "";
            editing.close();
        }
        onRefused: sentence => {
            if (editing.visible)
                editing.problem = sentence;
            else
                section.problem = sentence;
        }
    }

    Banner {
        width: parent.width
        visible: text !== ""
        kind: "bad"
        text: section.problem !== "" ? section.problem : users.errorText
        actionText: section.problem !== "" ? "" : qsTr("Try again")
        dismissible: section.problem !== ""
        onAction: users.reload()
        onDismissed: section.problem = ""
    }

    SettingGroup {
        width: parent.width
        title: qsTr("People who may use this library")

        Column {
            width: parent.width
            bottomPadding: Theme.space2
            spacing: Theme.space4

            Repeater {
                model: users

                UserRow {
                    width: parent.width
                    onEditWanted: editing.edit(userId, name, email, isAdmin, isOwner, gigabytes)
                    onPasswordWanted: password.ask(userId, name)
                    onClientsWanted: clients.show(userId, name)
                    onRemovalWanted: users.remove(userId)
                }
            }
        }

        Label {
            width: parent.width
            visible: users.status === LibraryUsers.Ready && users.count === 1
            text: qsTr("Nobody but you so far.")
            kind: "soft"
            wrapMode: Text.Wrap
        }

        Button {
            objectName: "newUser"
            text: qsTr("Add a person…")
            icon.name: "plus"
            onClicked: editing.add()
        }
    }

    UserDialog {
        id: editing

        onWanted: {
            if (editing.userId === "")
                users.add(editing.name, editing.email, editing.password, editing.isAdmin, editing.gigabytes);
            else
                users.change(editing.userId, editing.name, editing.email, editing.isAdmin, editing.gigabytes);
        }
    }

    UserPasswordDialog {
        id: password

        onChosen: (userId, text) => users.setPassword(userId, text)
    }

    UserClientsDialog {
        id: clients
    }
}
