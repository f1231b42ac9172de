// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Settings

/// The server in the window: who may connect, where, and with which keys.
SettingsSection {
    id: section

    lead: qsTr("Phones, browsers and render programs can use this library over your network. Everyone who connects needs a key; nothing leaves your network by itself.")

    StoredSetting {
        id: on

        key: "sharing.on"
    }

    StoredSetting {
        id: reach

        key: "sharing.reach"
    }

    StoredSetting {
        id: port

        key: "sharing.port"
    }

    StoredSetting {
        id: tls

        key: "sharing.tls"
    }

    SharingStatus {
        id: status
    }

    SettingGroup {
        width: parent.width

        SettingRow {
            width: parent.width
            title: qsTr("Share this library")
            description: qsTr("While Kinframe runs, also in the tray.")

            Switch {
                objectName: "sharing"
                Accessible.name: qsTr("Share this library")
                checked: on.value
                onToggled: {
                    on.change(checked);
                    checked = Qt.binding(() => on.value);
                }
            }
        }

        Banner {
            objectName: "problem"
            width: parent.width
            visible: text !== ""
            kind: "bad"
            text: status.errorText
            actionText: status.freePort > 0 ? qsTr("Use port %1").arg(String(status.freePort)) : qsTr("Try again")
            onAction: {
                if (status.freePort > 0)
                    port.change(status.freePort);
                else
                    status.retry();
            }
        }

        SettingRow {
            width: parent.width
            enabled: on.value
            title: qsTr("Who may connect")
            description: reach.choice === 0 ? qsTr("Only programs on this computer.") : qsTr("Every device in your network that has a key.")

            Segmented {
                objectName: "reach"
                Accessible.name: qsTr("Who may connect")
                options: [qsTr("This computer"), qsTr("Local network")]
                currentIndex: reach.choice
                onActivated: index => {
                    reach.choose(index);
                    currentIndex = Qt.binding(() => reach.choice);
                }
            }
        }

        SettingRow {
            width: parent.width
            enabled: on.value
            title: qsTr("Encrypted connections")
            description: qsTr("With a certificate of this computer. Phones and browsers ask once whether they may trust it: compare its fingerprint then.")

            Switch {
                Accessible.name: qsTr("Encrypted connections")
                checked: tls.value
                onToggled: {
                    tls.change(checked);
                    checked = Qt.binding(() => tls.value);
                }
            }
        }

        Banner {
            width: parent.width
            visible: on.value && !tls.value && reach.choice === 1
            kind: "warn"
            text: qsTr("Without encryption others in your network can read photos and keys on their way. Turn it on unless a program cannot do it.")
        }

        SettingRow {
            width: parent.width
            enabled: on.value
            title: qsTr("Port")
            description: port.errorText !== "" ? port.errorText : qsTr("A number from %1 to %2; all devices must use the same.").arg(String(port.least)).arg(String(port.most))

            PortBox {
                setting: port
            }
        }
    }

    AddressGroup {
        width: parent.width
        visible: status.isRunning
        status: status
    }

    KeysGroup {
        width: parent.width
        status: status
    }
}
