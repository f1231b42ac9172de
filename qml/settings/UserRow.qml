// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One who may use the library: how much they fill, and what can be done about it.
RowLayout {
    id: row

    required property string userId
    required property string name
    required property string email
    required property bool isAdmin
    required property bool isOwner
    required property string used
    required property double share
    required property double gigabytes
    required property string stateText

    signal editWanted
    signal passwordWanted
    signal clientsWanted
    signal removalWanted

    spacing: Theme.space3

    Avatar {
        Layout.alignment: Qt.AlignTop
        name: row.name
        Accessible.ignored: true
    }

    // A ColumnLayout would keep the height that lines had before they broke.
    Item {
        Layout.fillWidth: true
        implicitHeight: texts.implicitHeight

        Column {
            id: texts

            width: parent.width
            spacing: Theme.space1

            Label {
                width: parent.width
                text: row.name
                wrapMode: Text.Wrap
            }

            Label {
                width: parent.width
                text: row.email + (row.email !== "" && row.stateText !== "" ? " · " : "") + row.stateText
                kind: "small"
                wrapMode: Text.Wrap
            }

            ProgressBar {
                objectName: "quota"
                width: Math.min(parent.width, 320 * Theme.scale)
                visible: row.share >= 0
                value: Math.max(0, row.share)
                tone: row.share >= 0.95 ? Theme.bad : row.share >= 0.8 ? Theme.warn : Theme.accent
                label: row.used
            }

            Label {
                width: parent.width
                text: row.used
                kind: "small"
                wrapMode: Text.Wrap
            }
        }
    }

    IconButton {
        id: more

        Layout.alignment: Qt.AlignTop
        objectName: "more"
        text: qsTr("What can be done with “%1”").arg(row.name)
        icon.name: "more"
        onClicked: menu.open()

        Menu {
            id: menu

            y: parent.height

            MenuItem {
                text: qsTr("Change…")
                icon.name: "edit"
                onTriggered: row.editWanted()
            }

            MenuItem {
                text: qsTr("Where they are signed in…")
                icon.name: "phone"
                onTriggered: row.clientsWanted()
            }

            MenuItem {
                text: qsTr("New password…")
                icon.name: "lock"
                onTriggered: row.passwordWanted()
            }

            MenuItem {
                text: qsTr("Remove")
                icon.name: "trash"
                enabled: !row.isOwner
                onTriggered: row.removalWanted()
            }
        }
    }
}
