// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtMultimedia

/// A video as it plays. The only file that needs Qt Multimedia: it is loaded when somebody plays something.
Item {
    id: stage

    property url source
    /// Quarter turns to the right that a person gave it.
    property int turn: 0
    property bool loops: false
    readonly property bool isPlaying: player.playbackState === MediaPlayer.PlayingState
    readonly property real position: player.position // qmllint disable
    readonly property real duration: player.duration // qmllint disable
    readonly property bool isSeekable: player.seekable
    readonly property bool isMuted: sound.muted
    /// It cannot be played here.
    readonly property bool isUnplayable: player.error !== MediaPlayer.NoError || player.mediaStatus === MediaPlayer.InvalidMedia

    signal ended

    function toggle() {
        if (stage.isPlaying)
            player.pause();
        else
            player.play();
    }

    function seek(ms: real) {
        player.position = Math.max(0, Math.min(stage.duration, ms));
    }

    function mute(isMuted: bool) {
        sound.muted = isMuted;
    }

    MediaPlayer {
        id: player

        source: stage.source
        loops: stage.loops ? MediaPlayer.Infinite : 1
        videoOutput: output
        audioOutput: AudioOutput {
            id: sound
        }
        Component.onCompleted: play()
        onMediaStatusChanged: {
            if (player.mediaStatus === MediaPlayer.EndOfMedia)
                stage.ended();
        }
    }

    VideoOutput {
        id: output

        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectFit
        orientation: -90 * stage.turn
    }
}
