// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// Asks what a kind of computer has and what an hour of it costs.
Dialog {
    id: dialog

    required property RenderSettings settings
    property int row: -1
    property string problem: ""
    readonly property real enteredPrice: dialog.numberOf(price.text)

    function numberOf(text: string): real {
        try {
            return Number.fromLocaleString(Qt.locale(), text.trim());
        } catch (error) {
            return -1;
        }
    }

    function ask(row: int, hardware: var) {
        dialog.row = row;
        dialog.problem = "";
        name.text = hardware.name;
        ram.value = hardware.ram;
        cores.value = hardware.cores;
        gpus.value = hardware.gpus;
        model.text = hardware.gpuModel;
        price.text = Number(hardware.price).toLocaleString(Qt.locale(), "f", 2);
        available.checked = hardware.isAvailable;
        dialog.open();
        name.forceActiveFocus();
    }

    function askNew() {
        dialog.ask(-1, {
                "name": "",
                "ram": 16,
                "cores": 8,
                "gpus": 0,
                "gpuModel": "",
                "price": 0,
                "isAvailable": true
            });
    }

    title: row < 0 ? qsTr("A new kind of computer") : qsTr("Change this kind")
    acceptText: qsTr("Save")
    canAccept: name.text.trim() !== "" && enteredPrice >= 0
    checksFirst: true
    onCheckWanted: {
        dialog.problem = dialog.settings.setHardware(dialog.row, {
                "name": name.text,
                "ram": ram.value,
                "cores": cores.value,
                "gpus": gpus.value,
                "gpuModel": model.text,
                "price": dialog.enteredPrice,
                "isAvailable": available.checked
            });
        if (dialog.problem === "")
            dialog.accept();
    }

    ScrollArea {
        id: scroller

        width: parent.width
        height: Math.min(column.height, Math.max(160, (dialog.parent?.height ?? 0) - Math.round(220 * Theme.scale)))

        Column {
            id: column

            width: scroller.width - Theme.space3
            spacing: Theme.space3

            TextField {
                id: name

                objectName: "hardwareName"
                width: parent.width
                label: qsTr("Name")
                maximumLength: 100
            }

            Flow {
                width: parent.width
                spacing: Theme.space3

                LabelledSpin {
                    id: ram

                    label: qsTr("Memory in GB")
                    from: 1
                    to: 4096
                }

                LabelledSpin {
                    id: cores

                    label: qsTr("Cores")
                    from: 1
                    to: 1024
                }

                LabelledSpin {
                    id: gpus

                    label: qsTr("Graphics cards")
                    from: 0
                    to: 64
                }
            }

            TextField {
                id: model

                width: parent.width
                visible: gpus.value > 0
                label: qsTr("Graphics card")
                maximumLength: 100
            }

            TextField {
                id: price

                objectName: "hardwarePrice"
                width: parent.width
                label: qsTr("Price per hour")
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                errorText: dialog.enteredPrice < 0 ? qsTr("A price is a number from 0 on.") : ""
            }

            Switch {
                id: available

                width: parent.width
                text: qsTr("Available")
                description: qsTr("Renders may ask for it.")
            }

            Label {
                width: parent.width
                visible: text !== ""
                text: dialog.problem
                color: Theme.bad
                wrapMode: Text.Wrap
            }
        }
    }
}
