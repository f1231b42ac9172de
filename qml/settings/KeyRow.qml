// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One key: whose it is, what it may do, and since when.
RowLayout {
    id: row

    required property string keyId
    required property string name
    required property string rights
    required property string created
    required property string used

    signal revocationWanted(string keyId, string name)

    spacing: Theme.space3

    Icon {
        Layout.alignment: Qt.AlignVCenter
        name: "key"
        color: Theme.textSoft
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Label {
            Layout.fillWidth: true
            text: row.name === "" ? qsTr("A key without a name") : row.name
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("%1 · %2, %3").arg(row.rights).arg(row.created).arg(row.used)
            kind: "small"
            wrapMode: Text.Wrap
        }
    }

    Button {
        text: qsTr("Revoke…")
        Accessible.name: qsTr("Revoke the key “%1”").arg(row.name)
        onClicked: row.revocationWanted(row.keyId, row.name)
    }
}
