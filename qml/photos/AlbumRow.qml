// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// An album to choose: its cover, its name and how many photos it has.
MenuRow {
    id: row

    required property string albumId
    required property string name
    required property int photoCount
    required property string cover

    text: row.name
    rightPadding: Theme.space5
    implicitHeight: Math.round(48 * Theme.scale)
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %n photo(s)", "", row.photoCount).arg(row.name)
    Accessible.selected: row.highlighted

    contentItem: RowLayout {
        spacing: Theme.space3

        Rectangle {
            Layout.preferredWidth: Math.round(36 * Theme.scale)
            Layout.preferredHeight: Math.round(36 * Theme.scale)
            radius: Theme.space1
            color: Theme.raised

            Icon {
                anchors.centerIn: parent
                visible: row.cover === ""
                name: "album"
                color: Theme.textSoft
            }

            Picture {
                anchors.fill: parent
                visible: row.cover !== ""
                radius: parent.radius
                source: row.cover === "" ? "" : "image://library/thumb/" + row.cover
                Accessible.ignored: true
            }
        }

        Label {
            Layout.fillWidth: true
            text: row.name
            Accessible.ignored: true
        }

        Label {
            text: Number(row.photoCount).toLocaleString(Qt.locale(), "f", 0)
            kind: "soft"
            Accessible.ignored: true
        }
    }
}
