// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// The line over the photo: what it is, and what can be done with it.
Rectangle {
    id: bar

    required property AssetDetails photo
    property bool showsFaces: false
    property bool showsDetails: false
    property bool isAlone: false
    readonly property bool isNarrow: width < 640 * Theme.scale

    signal closed
    signal facesToggled
    signal detailsToggled
    signal livePlayed
    signal turned(int quarterTurns)
    signal favouriteToggled
    signal trashed
    signal restored
    signal menuWanted(Item at)

    implicitHeight: row.implicitHeight + 2 * Theme.space3 + Theme.space4

    gradient: Gradient {
        GradientStop {
            position: 0
            color: Qt.alpha(Theme.stage, 0.75)
        }

        GradientStop {
            position: 1
            color: "transparent"
        }
    }

    RowLayout {
        id: row

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space3
        spacing: Theme.space1

        StageButton {
            text: qsTr("Back")
            keys: "Esc"
            icon.name: "arrow-left"
            onClicked: bar.closed()
        }

        Column {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space2

            Label {
                width: parent.width
                text: bar.photo.dateText
                color: Theme.textOnStage
                font.weight: Font.DemiBold
            }

            Label {
                width: parent.width
                visible: !bar.isNarrow
                text: (bar.photo.timeText === "" ? "" : bar.photo.timeText + " · ") + bar.photo.fileName + (bar.photo.rating > 0 ? " · " + "★".repeat(bar.photo.rating) : "")
                color: Theme.textOnStage
                opacity: 0.8
                font.pixelSize: Theme.textSmall
            }
        }

        Icon {
            objectName: "archived"
            visible: bar.photo.isArchived
            name: "archive"
            color: Theme.textOnStage
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("In the archive")
        }

        StageButton {
            visible: bar.photo.isLive
            text: qsTr("Play the live photo")
            keys: "Space"
            icon.name: "live-photo"
            onClicked: bar.livePlayed()
        }

        StageButton {
            visible: !bar.photo.isTrashed
            text: qsTr("Favourite")
            keys: "L"
            icon.name: bar.photo.isFavourite ? "heart-filled" : "heart"
            checkable: true
            checked: bar.photo.isFavourite
            onClicked: bar.favouriteToggled()
        }

        StageButton {
            visible: !bar.isNarrow && !bar.photo.isTrashed
            text: qsTr("Rotate to the left")
            keys: "Shift+R"
            icon.name: "rotate-left"
            onClicked: bar.turned(-1)
        }

        StageButton {
            visible: !bar.isNarrow && !bar.photo.isTrashed
            text: qsTr("Rotate to the right")
            keys: "R"
            icon.name: "rotate-right"
            onClicked: bar.turned(1)
        }

        StageButton {
            visible: !bar.isNarrow
            text: qsTr("Faces")
            keys: "F"
            icon.name: "face"
            checkable: true
            checked: bar.showsFaces
            onClicked: bar.facesToggled()
        }

        StageButton {
            text: qsTr("Details")
            keys: "I"
            icon.name: "info"
            checkable: true
            checked: bar.showsDetails
            onClicked: bar.detailsToggled()
        }

        StageButton {
            visible: bar.photo.isTrashed
            text: qsTr("Restore")
            icon.name: "restore"
            onClicked: bar.restored()
        }

        StageButton {
            text: bar.photo.isTrashed ? qsTr("Delete for good") : qsTr("Move to the trash")
            keys: "Del"
            icon.name: "trash"
            onClicked: bar.trashed()
        }

        StageButton {
            id: more

            text: qsTr("More")
            icon.name: "more"
            onClicked: bar.menuWanted(more)
        }
    }
}
