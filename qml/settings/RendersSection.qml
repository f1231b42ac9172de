// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Renders
import Kinframe.Ui.Settings

/// With what and on what renders are made, and what that costs.
SettingsSection {
    id: section

    lead: qsTr("Scenes that you or programs send here are rendered by the engines that are found, on this computer or on a cluster.")

    RenderSettings {
        id: renders
    }

    About {
        id: computer
    }

    FailedState {
        width: parent.width
        visible: renders.status === RenderSettings.Failed
        text: renders.errorText
        onRetry: renders.reload()
    }

    Banner {
        width: parent.width
        visible: renders.status === RenderSettings.Ready && renders.errorText !== ""
        kind: "bad"
        text: renders.errorText
    }

    RunnerGroup {
        width: parent.width
        visible: renders.status === RenderSettings.Ready
        settings: renders
    }

    SettingGroup {
        width: parent.width
        visible: renders.status === RenderSettings.Ready
        title: qsTr("Engines")

        Repeater {
            model: renders.engines.length

            EngineRow {
                required property int index

                width: parent.width
                engine: renders.engines[index] ?? ({})
                onChangeWanted: engineDialog.ask(index, engine)
            }
        }
    }

    SettingGroup {
        width: parent.width
        visible: renders.status === RenderSettings.Ready
        title: qsTr("This computer")

        SettingRow {
            width: parent.width
            title: qsTr("Processor cores kept free")
            description: qsTr("For other work while something is rendered. This computer has %n. Holds once what is being rendered now has ended.", "", computer.cores)

            SpinBox {
                label: qsTr("Processor cores kept free")
                from: 0
                to: Math.max(0, computer.cores - 1)
                value: renders.reservedCores
                editable: false
                onValueModified: {
                    renders.reservedCores = value;
                    value = Qt.binding(() => renders.reservedCores);
                }
            }
        }

        Switch {
            width: parent.width
            text: qsTr("Render here anyway")
            description: qsTr("A render that asks for more memory or graphics cards than there are here is tried all the same. Otherwise it waits.")
            checked: renders.rendersAnyway
            onToggled: {
                renders.rendersAnyway = checked;
                checked = Qt.binding(() => renders.rendersAnyway);
            }
        }
    }

    SettingGroup {
        width: parent.width
        visible: renders.status === RenderSettings.Ready
        title: qsTr("Kinds of computers, and their price")

        Label {
            width: parent.width
            visible: renders.hardware.length === 0
            text: qsTr("There is none: renders cost nothing, and whoever asks for a kind is told that there is none.")
            kind: "soft"
            wrapMode: Text.Wrap
        }

        Repeater {
            model: renders.hardware.length

            HardwareRow {
                required property int index

                width: parent.width
                hardware: renders.hardware[index] ?? ({})
                onChangeWanted: hardwareDialog.ask(index, hardware)
                onRemovalWanted: renders.removeHardware(index)
            }
        }

        Button {
            objectName: "addHardware"
            text: qsTr("One more kind…")
            icon.name: "plus"
            onClicked: hardwareDialog.askNew()
        }
    }

    ScenePlacesGroup {
        width: parent.width
    }

    StoreGroup {
        width: parent.width
    }

    EngineDialog {
        id: engineDialog

        onChosen: (index, program) => renders.setProgram(index, program)
    }

    HardwareDialog {
        id: hardwareDialog

        settings: renders
    }
}
