// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Plays a video once somebody wants that. Where this computer cannot, it says so and what to do.
Item {
    id: video

    property url source
    property int turn: 0
    readonly property bool isOn: loader.active && problem === ""
    readonly property VideoStage player: loader.item as VideoStage
    readonly property bool isPlaying: player?.isPlaying ?? false
    readonly property bool canShow: GraphicsInfo.api !== GraphicsInfo.Software
    readonly property string problem: {
        if (loader.status === Loader.Error)
            return qsTr("Videos need Qt Multimedia, which is not installed. Install the package qml6-module-qtmultimedia and start Kinframe again.");
        if (loader.active && !video.canShow)
            return qsTr("Kinframe draws this window without a graphics processor, and so cannot show videos. Install the graphics driver of this computer, then start Kinframe again.");
        if (player?.isUnplayable ?? false)
            return qsTr("What it takes to play this kind of video is missing here. On Debian and Ubuntu install the packages gstreamer1.0-plugins-good and gstreamer1.0-libav, then start Kinframe again.");
        return "";
    }

    function toggle() {
        if (video.player)
            video.player.toggle();
        else
            video.start();
    }

    function start() {
        if (String(video.source) === "")
            return;
        loader.active = true;
        if (!video.canShow)
            return;
        loader.setSource("VideoStage.qml", {
                "source": video.source,
                "turn": video.turn
            });
    }

    function stop() {
        loader.source = "";
        loader.active = false;
    }

    onSourceChanged: video.stop()

    Rectangle {
        anchors.fill: parent
        visible: video.isOn || video.problem !== ""
        color: Theme.stage
        opacity: video.isOn ? 1 : 0.75
    }

    Loader {
        id: loader

        anchors.fill: parent
        active: false
    }

    BrokenNote {
        anchors.centerIn: parent
        width: Math.min(420 * Theme.scale, video.width - 2 * Theme.space4)
        visible: video.problem !== ""
        icon: "warning"
        title: qsTr("This cannot be played")
        text: video.problem
    }
}
