// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui
import Kinframe.Ui.Images

/// How the window looks and moves.
SettingsSection {
    id: section

    readonly property var themes: ["system", "light", "dark"]

    TrayWatch {
        id: tray
    }

    SettingGroup {
        width: parent.width
        title: qsTr("Theme")

        Choices {
            objectName: "theme"
            width: parent.width
            label: qsTr("Theme")
            currentIndex: section.themes.indexOf(Preferences.theme)
            options: [{
                    "text": qsTr("As the system"),
                    "description": qsTr("“As the system” changes with your desktop.")
                }, {
                    "text": qsTr("Light")
                }, {
                    "text": qsTr("Dark")
                }]
            onActivated: index => Preferences.theme = section.themes[index]
        }
    }

    SettingGroup {
        width: parent.width

        SettingRow {
            width: parent.width
            title: qsTr("Text size")
            description: qsTr("%1 % of the usual size.").arg(Number(Math.round(Preferences.textScale * 100)).toLocaleString(Qt.locale(), "f", 0))

            Slider {
                objectName: "textSize"
                label: qsTr("Text size")
                from: 100
                to: 200
                stepSize: 10
                showsTicks: true
                value: Preferences.textScale * 100
                valueText: qsTr("%1 %").arg(Number(value).toLocaleString(Qt.locale(), "f", 0))
                // While it is dragged everything would move under the mouse.
                onPressedChanged: {
                    if (!pressed)
                        Preferences.textScale = value / 100;
                }
                onMoved: {
                    if (!pressed)
                        Preferences.textScale = value / 100;
                }
            }
        }

        Divider {
            width: parent.width
        }

        SettingRow {
            width: parent.width
            title: qsTr("Less motion")
            description: qsTr("Nothing slides or fades.")

            Switch {
                objectName: "motion"
                Accessible.name: qsTr("Less motion")
                checked: Preferences.reducedMotion
                onToggled: Preferences.reducedMotion = checked
            }
        }
    }

    SettingGroup {
        width: parent.width
        title: qsTr("Memories")

        SettingRow {
            width: parent.width
            title: qsTr("On this day")
            description: qsTr("Shows above your photos what was taken on the same day in earlier years.")

            Switch {
                objectName: "memories"
                Accessible.name: qsTr("On this day")
                checked: MemorySettings.isOn
                onToggled: MemorySettings.isOn = checked
            }
        }
    }

    SettingGroup {
        width: parent.width
        title: qsTr("Window")

        SettingRow {
            width: parent.width
            enabled: tray.isThere
            title: qsTr("Stay in the tray")
            description: tray.isThere ? qsTr("Closing the window leaves Kinframe running: shared, and at work.") : qsTr("This desktop has no tray. To share without a window, start “kinframe serve”.")

            Switch {
                Accessible.name: qsTr("Stay in the tray")
                checked: Preferences.closeToTray
                onToggled: Preferences.closeToTray = checked
            }
        }
    }
}
