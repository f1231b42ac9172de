// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Images

/// What one photo is: when, with what and where it was taken, and who is in it.
Column {
    id: facts

    required property AssetDetails photo

    /// What is known of it.
    function joined(parts: var, between: string): string {
        return parts.filter(each => each !== "").join(between);
    }

    spacing: Theme.space4

    Row {
        spacing: Theme.space2

        Stars {
            enabled: !facts.photo.isTrashed
            value: facts.photo.rating
            onChosen: value => ImageActs.rate(facts.photo.assetId, value)
        }

        IconButton {
            visible: !facts.photo.isTrashed
            text: qsTr("Favourite")
            keys: "L"
            icon.name: facts.photo.isFavourite ? "heart-filled" : "heart"
            Accessible.checked: facts.photo.isFavourite
            onClicked: ImageActs.setFavourite(facts.photo.assetId, !facts.photo.isFavourite)
        }
    }

    FactRow {
        width: parent.width
        icon: "calendar"
        label: qsTr("Taken")
        text: facts.photo.dateText
        more: facts.photo.timeText
    }

    FactRow {
        width: parent.width
        icon: facts.photo.isVideo ? "play" : "image"
        label: qsTr("File")
        text: facts.photo.fileName
        more: facts.joined([facts.photo.dimensionsText, facts.photo.durationText, facts.photo.sizeText], " · ")
    }

    FactRow {
        width: parent.width
        icon: "camera"
        label: qsTr("Camera")
        text: facts.photo.camera !== "" ? facts.photo.camera : facts.photo.lens !== "" ? facts.photo.lens : facts.photo.exposureText
        more: facts.joined([facts.photo.camera !== "" ? facts.photo.lens : "", facts.photo.camera !== "" || facts.photo.lens !== "" ? facts.photo.exposureText : ""], "\n")
    }

    FactRow {
        width: parent.width
        icon: "place"
        label: qsTr("Place")
        text: facts.photo.placeText !== "" ? facts.photo.placeText : facts.photo.coordinatesText
        more: facts.photo.placeText !== "" ? facts.photo.coordinatesText : ""
    }

    FactRow {
        width: parent.width
        icon: "folder"
        label: qsTr("Folder")
        text: facts.photo.folder
    }

    Column {
        width: parent.width
        spacing: Theme.space2
        visible: facts.photo.people.length > 0

        Label {
            text: qsTr("People")
            kind: "soft"
            Accessible.role: Accessible.Heading
        }

        Flow {
            width: parent.width
            spacing: Theme.space2

            Repeater {
                model: facts.photo.people

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
}
