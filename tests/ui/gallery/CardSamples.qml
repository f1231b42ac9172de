// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

SampleGroup {
    title: qsTr("Cards")

    SampleLine {
        Card {
            width: Math.min(parent.width, 520 * Theme.scale)

            Column {
                width: parent.width

                SettingRow {
                    width: parent.width
                    title: qsTr("Language")
                    description: qsTr("Of the window and of what it says.")

                    ComboBox {
                        model: [qsTr("English"), qsTr("中文")]
                    }
                }

                Divider {
                    width: parent.width
                }

                SettingRow {
                    width: parent.width
                    title: qsTr("Less motion")

                    Switch {
                    }
                }
            }
        }

        Card {
            width: 360 * Theme.scale

            EmptyState {
                width: parent.width
                icon: "images"
                title: qsTr("No photos yet")
                text: qsTr("Photos that you import, or that phones send, appear here.")
                actionText: qsTr("Import photos")
            }
        }

        Card {
            width: 360 * Theme.scale

            FailedState {
                width: parent.width
                text: qsTr("The library is on a disk that is not connected. Connect it, then try again.")
            }
        }
    }
}
