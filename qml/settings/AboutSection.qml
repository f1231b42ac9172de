// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Settings

/// What this program is and what it stands on.
SettingsSection {
    id: section

    About {
        id: about
    }

    SharingStatus {
        id: clipboard
    }

    SettingGroup {
        width: parent.width

        SettingRow {
            width: parent.width
            title: qsTr("Kinframe %1").arg(about.version)
            description: qsTr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty.")

            Button {
                text: qsTr("Licence")
                icon.name: "external"
                Accessible.role: Accessible.Link
                onClicked: Qt.openUrlExternally("https://www.gnu.org/licenses/gpl-3.0.html")
            }
        }

        SettingRow {
            width: parent.width
            visible: about.libraryFolder !== ""
            title: qsTr("Folder of the library")
            description: about.libraryFolder

            Button {
                text: qsTr("Open")
                icon.name: "folder"
                Accessible.name: qsTr("Open the folder of the library")
                onClicked: Qt.openUrlExternally(about.libraryUrl)
            }
        }

        SettingRow {
            width: parent.width
            title: qsTr("For a report")
            description: about.facts

            Button {
                text: qsTr("Copy")
                icon.name: "copy"
                Accessible.name: qsTr("Copy what to name in a report")
                onClicked: {
                    clipboard.copy(about.facts);
                    Notices.show(qsTr("Copied."));
                }
            }
        }
    }

    SettingGroup {
        width: parent.width
        title: qsTr("Libraries that Kinframe stands on")

        Repeater {
            model: about

            RowLayout {
                id: part

                required property string name
                required property string purpose
                required property string licence
                required property url url

                width: parent.width
                spacing: Theme.space3

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("%1 · %2").arg(part.name).arg(part.licence)
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        text: part.purpose
                        kind: "small"
                        wrapMode: Text.Wrap
                    }
                }

                IconButton {
                    text: qsTr("Page of %1").arg(part.name)
                    icon.name: "external"
                    Accessible.role: Accessible.Link
                    onClicked: Qt.openUrlExternally(part.url)
                }
            }
        }
    }
}
