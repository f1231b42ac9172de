// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// The line below a video: play, where it is, its sound.
RowLayout {
    id: controls

    required property VideoLoader video

    function clock(ms: real): string {
        const seconds = Math.floor(ms / 1000);
        return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    }

    spacing: Theme.space2

    StageButton {
        text: controls.video.isPlaying ? qsTr("Pause") : qsTr("Play")
        keys: "Space"
        icon.name: controls.video.isPlaying ? "pause" : "play"
        onClicked: controls.video.toggle()
    }

    Label {
        text: controls.clock(controls.video.player?.position ?? 0)
        color: Theme.textOnStage
    }

    Slider {
        id: place

        Layout.fillWidth: true
        enabled: controls.video.player?.isSeekable ?? false
        to: Math.max(1, controls.video.player?.duration ?? 1)
        value: controls.video.player?.position ?? 0
        label: qsTr("Place in the video")
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Left || event.key === Qt.Key_Right
        valueText: controls.clock(value)
        onMoved: controls.video.player.seek(value)
    }

    Label {
        text: controls.clock(controls.video.player?.duration ?? 0)
        color: Theme.textOnStage
    }

    StageButton {
        readonly property bool isMuted: controls.video.player?.isMuted ?? false

        text: isMuted ? qsTr("Sound on") : qsTr("Sound off")
        icon.name: isMuted ? "volume-off" : "volume"
        enabled: controls.video.player !== null
        onClicked: controls.video.player.mute(!isMuted)
    }
}
