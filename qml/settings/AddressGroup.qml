// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Settings

/// Where others find the library, and how they know that it is the right one.
SettingGroup {
    id: group

    required property SharingStatus status

    function copy(text: string) {
        group.status.copy(text);
        Notices.show(qsTr("Copied."));
    }

    title: qsTr("Where others find it")

    Repeater {
        model: group.status.addresses

        RowLayout {
            id: line

            required property string modelData

            width: parent.width
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: line.modelData
                kind: "large"
                elide: Text.ElideMiddle
            }

            IconButton {
                text: qsTr("Copy the address %1").arg(line.modelData)
                icon.name: "copy"
                onClicked: group.copy(line.modelData)
            }
        }
    }

    Label {
        width: parent.width
        visible: group.status.addresses.length === 0
        text: qsTr("This computer is in no network at the moment. Connect it, and the address stands here.")
        wrapMode: Text.Wrap
    }

    Divider {
        width: parent.width
        visible: fingerprint.visible
    }

    RowLayout {
        id: fingerprint

        width: parent.width
        visible: group.status.fingerprint !== ""
        spacing: Theme.space2

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                text: qsTr("Fingerprint of the certificate (SHA-256)")
                kind: "small"
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                objectName: "fingerprint"
                text: group.status.fingerprint
                font.family: "monospace"
                wrapMode: Text.Wrap
                Accessible.name: qsTr("Fingerprint of the certificate (SHA-256)")
                Accessible.description: text
            }
        }

        IconButton {
            Layout.alignment: Qt.AlignTop
            text: qsTr("Copy the fingerprint")
            icon.name: "copy"
            onClicked: group.copy(group.status.fingerprint)
        }
    }
}
