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

    component Group: Column {
        id: group

        property string title

        spacing: Theme.space2
        width: parent.width

        Label {
            text: group.title
            kind: "small"
        }
    }

    component Line: Flow {
        width: parent.width
        spacing: Theme.space3
    }

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

            Group {
                title: qsTr("Buttons")

                Line {
                    Button {
                        text: qsTr("Import photos")
                        icon.name: "plus"
                        kind: "primary"
                    }

                    Button {
                        text: qsTr("Normal")
                    }

                    Button {
                        id: focused

                        text: qsTr("Focused")
                        icon.name: "folder"
                        Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
                    }

                    Button {
                        text: qsTr("Checked")
                        checkable: true
                        checked: true
                    }

                    Button {
                        text: qsTr("Quiet")
                        icon.name: "refresh"
                        kind: "quiet"
                    }

                    Button {
                        text: qsTr("Delete for ever")
                        icon.name: "trash"
                        kind: "danger"
                    }

                    Button {
                        text: qsTr("Disabled")
                        enabled: false
                    }

                    Button {
                        text: qsTr("Disabled")
                        kind: "primary"
                        enabled: false
                    }

                    Button {
                        width: 120
                        text: qsTr("A text that is far too long")
                        icon.name: "star"
                    }

                    Repeater {
                        model: ["heart", "heart-filled", "trash", "rotate-left", "info"]

                        IconButton {
                            required property string modelData

                            icon.name: modelData
                            text: modelData
                        }
                    }
                }
            }

            Group {
                title: qsTr("Fields")

                Line {
                    TextField {
                        label: qsTr("Name")
                        text: qsTr("Anna Schmidt")
                        clearable: true
                    }

                    TextField {
                        label: qsTr("Server address")
                        placeholderText: qsTr("https://photos.example")
                        leadingIcon: "link"
                    }

                    TextField {
                        label: qsTr("Port")
                        text: qsTr("99999")
                        errorText: qsTr("A port is a number from 1 to 65535.")
                    }

                    TextField {
                        label: qsTr("Disabled")
                        text: qsTr("cannot be changed")
                        enabled: false
                    }

                    TextArea {
                        placeholderText: qsTr("Notes")
                    }

                    CompletionField {
                        label: qsTr("Person")
                        placeholderText: qsTr("Who is this?")
                        completions: ["Anna", "Annabel", "Hannah", "Ben"]
                    }

                    ComboBox {
                        label: qsTr("Theme")
                        model: [qsTr("As the system"), qsTr("Light"), qsTr("Dark")]
                    }

                    SpinBox {
                        label: qsTr("Threads")
                        to: 16
                        value: 4
                    }
                }
            }

            Group {
                title: qsTr("Choices")

                Line {
                    CheckBox {
                        text: qsTr("Unchecked")
                    }

                    CheckBox {
                        text: qsTr("Checked")
                        checked: true
                    }

                    CheckBox {
                        text: qsTr("Partly")
                        tristate: true
                        checkState: Qt.PartiallyChecked
                    }

                    CheckBox {
                        text: qsTr("Disabled")
                        enabled: false
                    }

                    RadioButton {
                        text: qsTr("One")
                        checked: true
                    }

                    RadioButton {
                        text: qsTr("Another")
                    }

                    Switch {
                        text: qsTr("Reachable in the network")
                        description: qsTr("Phones can send their photos here.")
                        checked: true
                    }

                    Switch {
                        text: qsTr("Off")
                    }

                    Slider {
                        label: qsTr("Size")
                        value: 0.4
                    }

                    Slider {
                        label: qsTr("Rating")
                        to: 5
                        stepSize: 1
                        value: 3
                        showsTicks: true
                    }

                    Segmented {
                        options: [qsTr("Day"), qsTr("Month"), qsTr("Year")]
                        currentIndex: 1
                    }
                }
            }

            Group {
                title: qsTr("Progress and signs")

                Line {
                    ProgressBar {
                        value: 0.65
                    }

                    ProgressBar {
                        indeterminate: true
                    }

                    ProgressRing {
                        value: 0.65
                    }

                    ProgressRing {
                        indeterminate: true
                    }

                    Badge {
                        count: 7
                    }

                    Badge {
                        count: 1234
                    }

                    Chip {
                        text: qsTr("Holidays")
                        icon.name: "tag"
                    }

                    Chip {
                        text: qsTr("Rating 4 and more")
                        removable: true
                    }

                    Chip {
                        text: qsTr("Favourites")
                        icon.name: "heart"
                        checkable: true
                        checked: true
                    }

                    KeyHint {
                        keys: "Ctrl+Shift+Z"
                    }

                    Avatar {
                        name: qsTr("Anna Schmidt")
                    }

                    Avatar {
                        name: qsTr("李雷")
                    }

                    Avatar {
                    }

                    Avatar {
                        name: qsTr("Ben")
                        source: "image://library/person/7"
                        size: 64
                    }

                    Picture {
                        width: 64
                        height: 64
                        source: "image://library/thumb/3"
                    }

                    Picture {
                        width: 64
                        height: 64
                        source: "image://library/thumb/broken"
                    }

                    Skeleton {
                        width: 64
                        height: 64
                    }
                }
            }

            Group {
                title: qsTr("Messages")

                Banner {
                    width: parent.width
                    text: qsTr("The server cannot be reached; what you change is sent when it is back.")
                    actionText: qsTr("Try again")
                }

                Banner {
                    width: parent.width
                    kind: "good"
                    text: qsTr("Everything is backed up.")
                    dismissible: true
                }

                Banner {
                    width: parent.width
                    kind: "warn"
                    text: qsTr("Only 2 GB are free on this disk. Importing stops at 1 GB.")
                    dismissible: true
                }

                Banner {
                    width: parent.width
                    kind: "bad"
                    text: qsTr("This folder cannot be read. Give Kinframe the right to read it, then try again.")
                    actionText: qsTr("Try again")
                }

                Line {
                    Toast {
                        text: qsTr("3 photos moved to the trash")
                        actionText: qsTr("Undo")
                    }

                    Toast {
                        kind: "bad"
                        text: qsTr("The person could not be renamed.")
                    }
                }
            }

            Group {
                title: qsTr("Cards")

                Line {
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
        }
    }
}
