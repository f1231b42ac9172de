// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// The line over the photo: what it is, and what can be done with it.
Rectangle {
    id: top

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
            onClicked: top.closed()
        }

        Column {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space2

            Label {
                width: parent.width
                text: top.photo.dateText
                color: Theme.textOnStage
                font.weight: Font.DemiBold
            }

            Label {
                width: parent.width
                visible: !top.isNarrow
                text: [top.photo.timeText, top.photo.fileName].filter(each => each !== "").join(" · ")
                color: Theme.textOnStage
                opacity: 0.8
                font.pixelSize: Theme.textSmall
            }
        }

        StageButton {
            visible: top.photo.isLive
            text: qsTr("Play the live photo")
            keys: "Space"
            icon.name: "live-photo"
            onClicked: top.livePlayed()
        }

        StageButton {
            visible: !top.photo.isTrashed
            text: qsTr("Favourite")
            keys: "L"
            icon.name: top.photo.isFavourite ? "heart-filled" : "heart"
            checkable: true
            checked: top.photo.isFavourite
            onClicked: top.favouriteToggled()
        }

        StageButton {
            visible: !top.isNarrow && !top.photo.isTrashed
            text: qsTr("Rotate to the left")
            keys: "Shift+R"
            icon.name: "rotate-left"
            onClicked: top.turned(-1)
        }

        StageButton {
            visible: !top.isNarrow && !top.photo.isTrashed
            text: qsTr("Rotate to the right")
            keys: "R"
            icon.name: "rotate-right"
            onClicked: top.turned(1)
        }

        StageButton {
            visible: !top.isNarrow
            text: qsTr("Faces")
            keys: "F"
            icon.name: "face"
            checkable: true
            checked: top.showsFaces
            onClicked: top.facesToggled()
        }

        StageButton {
            text: qsTr("Details")
            keys: "I"
            icon.name: "info"
            checkable: true
            checked: top.showsDetails
            onClicked: top.detailsToggled()
        }

        StageButton {
            visible: top.photo.isTrashed
            text: qsTr("Restore")
            icon.name: "restore"
            onClicked: top.restored()
        }

        StageButton {
            text: top.photo.isTrashed ? qsTr("Delete for good") : qsTr("Move to the trash")
            keys: "Del"
            icon.name: "trash"
            onClicked: top.trashed()
        }

        StageButton {
            id: more

            visible: top.isNarrow
            text: qsTr("More")
            icon.name: "more"
            onClicked: top.menuWanted(more)
        }
    }
}
