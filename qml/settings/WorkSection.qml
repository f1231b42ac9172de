// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Settings

/// How much of this computer the library may take for its work, and when.
SettingsSection {
    id: section

    lead: qsTr("Photos are read and faces looked for in the background. What you look at always comes first.")

    About {
        id: computer
    }

    StoredSetting {
        id: when

        key: "work.when"
    }

    StoredSetting {
        id: cores

        key: "work.cores"
    }

    StoredSetting {
        id: memory

        key: "memory.thumbnails"
    }

    SettingGroup {
        width: parent.width
        title: qsTr("When to work")

        Choices {
            objectName: "when"
            width: parent.width
            label: qsTr("When to work")
            currentIndex: when.choice
            options: [{
                    "text": qsTr("Always"),
                    "description": qsTr("Done soonest.")
                }, {
                    "text": qsTr("Gently while I use Kinframe"),
                    "description": qsTr("On one core only, and on all two minutes after your last key or click.")
                }, {
                    "text": qsTr("Paused"),
                    "description": qsTr("Nothing is read or looked for until you choose another. New photos wait.")
                }]
            onActivated: index => {
                when.choose(index);
                currentIndex = Qt.binding(() => when.choice);
            }
        }

        Banner {
            width: parent.width
            visible: when.errorText !== ""
            kind: "bad"
            text: when.errorText
        }
    }

    SettingGroup {
        width: parent.width
        title: qsTr("How much")

        SettingRow {
            width: parent.width
            title: qsTr("Processor cores")
            description: qsTr("This computer has %n.", "", computer.cores)

            SpinBox {
                label: qsTr("Processor cores")
                from: 0
                to: Math.min(cores.most, computer.cores)
                value: cores.value
                editable: false
                textFromValue: value => value === 0 ? qsTr("All") : String(value)
                onValueModified: {
                    cores.change(value);
                    value = Qt.binding(() => cores.value);
                }
            }
        }

        SettingRow {
            width: parent.width
            title: qsTr("Memory for thumbnails")
            description: qsTr("%1 MB. More makes scrolling back quicker.").arg(Number(memory.value).toLocaleString(Qt.locale(), "f", 0))

            Slider {
                label: qsTr("Memory for thumbnails")
                from: memory.least
                to: memory.most
                stepSize: 32
                value: memory.value
                valueText: qsTr("%1 MB").arg(Number(value).toLocaleString(Qt.locale(), "f", 0))
                onPressedChanged: {
                    if (!pressed)
                        memory.change(value);
                }
                onMoved: {
                    if (!pressed)
                        memory.change(value);
                }
            }
        }
    }
}
