// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui.Downloads

/// Where downloads go, how fast and when they run, and whether they join the library.
SettingsSection {
    id: section

    function hourText(hour: int): string {
        return new Date(2000, 0, 1, hour).toLocaleTimeString(Qt.locale(), Locale.ShortFormat);
    }

    lead: qsTr("What you fetch from other servers is saved in a folder of your own, beside the library.")

    DownloadSetup {
        id: setup
    }

    Banner {
        width: parent.width
        visible: text !== ""
        kind: "bad"
        text: setup.errorText
        actionText: setup.isReady ? "" : qsTr("Try again")
        onAction: setup.reload()
    }

    SettingGroup {
        width: parent.width
        visible: setup.isReady
        title: qsTr("Where they go")

        SettingRow {
            width: parent.width
            title: setup.folder
            description: setup.freeText === "" ? "" : qsTr("%1 are free there.").arg(setup.freeText)

            Button {
                text: qsTr("Choose another folder…")
                icon.name: "folder"
                onClicked: picker.pickFolder()
            }

            IconButton {
                visible: !setup.isUsualFolder
                text: qsTr("The usual folder again")
                icon.name: "undo"
                onClicked: setup.setFolder("")
            }
        }

        Switch {
            width: parent.width
            text: qsTr("Add what has come to the library")
            description: qsTr("The files stay in this folder; the library shows them from there.")
            checked: setup.joinsLibrary
            onToggled: {
                setup.joinsLibrary = checked;
                checked = Qt.binding(() => setup.joinsLibrary);
            }
        }
    }

    SettingGroup {
        width: parent.width
        visible: setup.isReady
        title: qsTr("How fast, and when")

        SettingRow {
            width: parent.width
            title: qsTr("Most speed")
            description: qsTr("Of all downloads together, so that the network is left to others too.")

            SpinBox {
                label: qsTr("Most speed")
                from: 0
                to: 10000
                stepSize: value < 10 ? 1 : value < 100 ? 10 : 100
                value: setup.speed
                editable: false
                textFromValue: value => value === 0 ? qsTr("As fast as it goes") : qsTr("%1 MB/s").arg(Number(value / 10).toLocaleString(Qt.locale(), "f", value < 100 ? 1 : 0))
                onValueModified: {
                    setup.speed = value;
                    value = Qt.binding(() => setup.speed);
                }
            }
        }

        Switch {
            width: parent.width
            text: qsTr("Only at certain hours")
            description: qsTr("At other times downloads wait, but for those that you begin anew by hand.")
            checked: setup.hasHours
            onToggled: {
                setup.hasHours = checked;
                checked = Qt.binding(() => setup.hasHours);
            }
        }

        SettingRow {
            width: parent.width
            visible: setup.hasHours
            title: qsTr("From")

            SpinBox {
                label: qsTr("From")
                from: 0
                to: 23
                wrap: true
                value: setup.from
                editable: false
                textFromValue: value => section.hourText(value)
                onValueModified: {
                    setup.from = value;
                    value = Qt.binding(() => setup.from);
                }
            }
        }

        SettingRow {
            width: parent.width
            visible: setup.hasHours
            title: qsTr("To")

            SpinBox {
                label: qsTr("To")
                from: 0
                to: 23
                wrap: true
                value: setup.to
                editable: false
                textFromValue: value => section.hourText(value)
                onValueModified: {
                    setup.to = value;
                    value = Qt.binding(() => setup.to);
                }
            }
        }
    }

    PathPicker {
        id: picker

        title: qsTr("Folder for downloads")
        onPicked: urls => setup.setFolder(urls[0])
    }
}
