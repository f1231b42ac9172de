// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// What is known of the photo at that row of a list.
ScrollArea {
    id: panel

    property alias model: cursor.model
    property alias row: cursor.row
    /// What is selected in the list.
    property Selection selection: null

    /// What is known of it.
    function joined(parts: var, between: string): string {
        return parts.filter(each => each !== "").join(between);
    }

    PhotoCursor {
        id: cursor
    }

    AssetDetails {
        id: photo

        assetId: cursor.assetId
    }

    EmptyState {
        width: parent.width
        height: 240 * Theme.scale
        visible: photo.assetId === ""
        icon: "info"
        text: qsTr("Choose a photo to see what is known of it.")
    }

    Column {
        id: facts

        x: Theme.space4
        width: panel.width - 2 * Theme.space4
        bottomPadding: Theme.space5
        spacing: Theme.space4
        visible: photo.assetId !== "" && photo.isLoaded

        Banner {
            width: parent.width
            visible: photo.errorText !== ""
            kind: "warn"
            text: photo.errorText
        }

        Stars {
            value: photo.rating
            onChosen: value => ImageActs.rate(photo.assetId, value)
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: photo.description
            wrapMode: Text.Wrap
        }

        FactRow {
            width: parent.width
            icon: "calendar"
            label: qsTr("Taken")
            text: photo.dateText
            more: photo.timeText
        }

        FactRow {
            width: parent.width
            icon: photo.isVideo ? "play" : "image"
            label: qsTr("File")
            text: photo.fileName
            more: panel.joined([photo.dimensionsText, photo.durationText, photo.sizeText], " · ")
        }

        FactRow {
            width: parent.width
            icon: "camera"
            label: qsTr("Camera")
            text: photo.camera !== "" ? photo.camera : photo.lens !== "" ? photo.lens : photo.exposureText
            more: panel.joined([photo.camera !== "" ? photo.lens : "", photo.camera !== "" || photo.lens !== "" ? photo.exposureText : ""], "\n")
        }

        FactRow {
            width: parent.width
            icon: "place"
            label: qsTr("Place")
            text: photo.placeText !== "" ? photo.placeText : photo.coordinatesText
            more: photo.placeText !== "" ? photo.coordinatesText : ""
        }

        FactRow {
            width: parent.width
            icon: "folder"
            label: qsTr("Folder")
            text: photo.folder
        }

        Column {
            width: parent.width
            spacing: Theme.space2
            visible: photo.people.length > 0

            Label {
                text: qsTr("People")
                kind: "soft"
                Accessible.role: Accessible.Heading
            }

            Flow {
                width: parent.width
                spacing: Theme.space2

                Repeater {
                    model: photo.people

                    Chip {
                        required property var modelData

                        icon.name: "person"
                        text: modelData.name !== "" ? modelData.name : qsTr("Unnamed")
                        onClicked: Navigator.open("people", {
                                "person": modelData.personId
                            })
                    }
                }
            }
        }

        Column {
            width: parent.width
            spacing: Theme.space2
            visible: photo.tags.length > 0

            Label {
                text: qsTr("Tags")
                kind: "soft"
                Accessible.role: Accessible.Heading
            }

            Flow {
                width: parent.width
                spacing: Theme.space2

                Repeater {
                    model: photo.tags

                    Label {
                        required property string modelData

                        width: Math.min(implicitWidth, parent?.width ?? 0)
                        leftPadding: Theme.space2
                        rightPadding: Theme.space2
                        topPadding: 2
                        bottomPadding: 2
                        text: modelData
                        kind: "small"

                        background: Rectangle {
                            radius: height / 2
                            color: Theme.raised
                        }
                    }
                }
            }
        }
    }
}
