// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Every control in every state, to be looked at.
Window {
    id: window

    width: 1200
    height: 1500
    visible: true
    title: qsTr("Controls")
    color: Theme.background

    ScrollArea {
        anchors.fill: parent

        Column {
            x: Theme.space5
            width: parent.width - 2 * Theme.space5
            topPadding: Theme.space4
            bottomPadding: Theme.space5
            spacing: Theme.space4

            PageHeader {
                width: parent.width
                horizontalPadding: 0
                title: qsTr("Images")
                note: "12,402"
                canGoBack: true

                SearchField {
                    width: 280 * Theme.scale
                }

                Segmented {
                    options: [qsTr("Faces"), qsTr("Photos")]
                }

                actions: [
                    IconButton {
                        text: qsTr("Grid")
                        icon.name: "grid"
                        checkable: true
                        checked: true
                    },
                    IconButton {
                        text: qsTr("More")
                        icon.name: "more"
                        keys: "Ctrl+Shift+M"
                    }
                ]
            }

            ButtonSamples {
            }

            FieldSamples {
            }

            ChoiceSamples {
            }

            SignSamples {
            }

            MessageSamples {
            }

            CardSamples {
            }
        }
    }
}
