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
    readonly property string problem: {
        if (loader.status === Loader.Error)
            return qsTr("Videos need Qt Multimedia, which is not installed. Install the package qml6-module-qtmultimedia and start Kinframe again.");
        if (player && player.problem !== "")
            return qsTr("This video cannot be played here: %1. A codec may be missing; on Debian and Ubuntu install gstreamer1.0-libav.").arg(player.problem);
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
