// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui.Images

/// The photo or the video itself, with its faces; or why it cannot be shown.
Item {
    id: screen

    required property AssetDetails photo
    required property FaceBoxes faces
    readonly property alias stage: stage
    readonly property alias faceLayer: faceLayer
    readonly property alias video: video
    readonly property bool isStill: !photo.isVideo && !video.isOn
    /// There is a picture in which faces can be marked.
    readonly property bool canMark: isStill && stage.isShown && !photo.isTrashed

    /// The keys are the viewer's again.
    signal finished

    /// Before another photo comes.
    function leave() {
        video.stop();
        faceLayer.isDrawing = false;
    }

    PhotoStage {
        id: stage

        objectName: "stage"

        anchors.fill: parent
        assetId: screen.photo.assetId
        stamp: screen.photo.isLoaded && screen.photo.isReady ? screen.photo.stamp : ""
        pixels: screen.photo.pixels
        canZoom: screen.isStill

        FaceLayer {
            id: faceLayer

            anchors.fill: parent
            visible: screen.isStill && stage.isShown
            faces: screen.faces
            onFinished: screen.finished()
        }
    }

    VideoLoader {
        id: video

        anchors.fill: parent
        source: screen.photo.videoUrl
        turn: screen.photo.turn
    }

    BrokenNote {
        anchors.centerIn: parent
        width: Math.min(420 * Theme.scale, screen.width - 2 * Theme.space4)
        visible: screen.photo.isLoaded && !screen.photo.isReady && video.problem === ""
        isWaiting: screen.photo.state === AssetDetails.Processing
        title: isWaiting ? qsTr("Still being read") : qsTr("This photo cannot be shown")
        text: isWaiting ? qsTr("It shows here as soon as its turn has come.") : screen.photo.errorText
    }

    BrokenNote {
        anchors.centerIn: parent
        width: Math.min(420 * Theme.scale, screen.width - 2 * Theme.space4)
        visible: screen.photo.isReady && stage.isBroken && video.problem === "" && !video.isOn
        title: qsTr("This photo cannot be shown")
        text: screen.photo.errorText !== "" ? screen.photo.errorText : qsTr("Its file could not be read. Check that the disk it lies on is connected.")
    }

    StageButton {
        anchors.centerIn: parent
        visible: screen.photo.isVideo && screen.photo.isReady && !video.isOn && video.problem === ""
        width: 2 * Theme.target
        height: width
        iconSize: 2 * Theme.textDisplay
        text: qsTr("Play")
        keys: "Space"
        icon.name: "play"
        onClicked: video.start()
    }
}
