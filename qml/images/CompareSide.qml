// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// One of two photos that are compared, with its name and its rating.
Item {
    id: side

    required property AssetDetails photo
    /// The keys are about this one.
    property bool isActive: false
    readonly property alias stage: stage

    signal activated

    Accessible.role: Accessible.Graphic
    Accessible.name: photo.isLoaded ? qsTr("%1, %2").arg(photo.fileName).arg(qsTr("%n star(s)", "", photo.rating)) : ""
    Accessible.focused: isActive

    PhotoStage {
        id: stage

        anchors.fill: parent
        anchors.bottomMargin: foot.height
        assetId: side.photo.assetId
        stamp: side.photo.isLoaded && side.photo.isReady ? side.photo.stamp : ""
        pixels: side.photo.pixels
        // Of a video there is only its first picture.
        canZoom: !side.photo.isVideo
        onSteered: side.activated()

        TapHandler {
            onTapped: side.activated()
        }
    }

    BrokenNote {
        anchors.centerIn: stage
        width: Math.min(420 * Theme.scale, side.width - 2 * Theme.space4)
        visible: side.photo.isLoaded && (!side.photo.isReady || stage.isBroken)
        title: qsTr("This photo cannot be shown")
        text: side.photo.errorText
    }

    Item {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: words.height + Theme.space2

        Rectangle {
            width: parent.width
            height: Theme.focusWidth
            color: Theme.textOnStage
            visible: side.isActive
        }

        Flow {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.space3
            anchors.rightMargin: Theme.space3
            spacing: Theme.space2

            Label {
                width: Math.min(implicitWidth, words.width)
                height: Theme.target
                verticalAlignment: Text.AlignVCenter
                text: side.photo.fileName
                color: Theme.textOnStage
                font.weight: side.isActive ? Font.DemiBold : Font.Normal
                elide: Text.ElideMiddle
            }

            Row {
                Repeater {
                    model: side.photo.isTrashed ? 0 : 5

                    StageButton {
                        required property int index

                        width: Math.min(implicitWidth, Math.floor(words.width / 5))
                        text: qsTr("%n star(s)", "", index + 1)
                        icon.name: index < side.photo.rating ? "star-filled" : "star"
                        iconSize: Theme.textLarge
                        focusPolicy: Qt.NoFocus
                        onClicked: {
                            side.activated();
                            ImageActs.rate(side.photo.assetId, side.photo.rating === index + 1 ? 0 : index + 1);
                        }
                    }
                }
            }

            Icon {
                height: Theme.target
                name: side.photo.isFavourite ? "heart-filled" : ""
                color: Theme.textOnStage
                size: Theme.textLarge
            }
        }
    }
}
