// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Renders

/// One render: how it stands, its frames as they come, and what the renderer says of the one that is looked at.
FocusScope {
    id: page

    required property int task
    required property bool isOn
    /// Least width of a frame.
    readonly property real side: Math.round(Math.min(152 * Math.sqrt(Theme.scale), page.width / 2.5))
    readonly property real room: page.height - header.height
    /// There is room for the frames or for the log.
    readonly property bool isShort: page.room < 360 * Theme.scale

    /// Its cancellation is to be asked about as soon as it is known.
    property bool asksCancel: false

    signal back
    signal cancelAsked
    signal videoWanted(int task, string scene, int frames)

    Keys.onEscapePressed: page.back()

    function pauseOrResume() {
        if (details.canPause)
            RenderActs.pause(page.task);
        else if (details.canResume)
            RenderActs.resume(page.task);
    }

    function askCancel() {
        if (details.canCancel)
            dialogs.askCancel(page.task, details.name, details.finished, details.unfinished);
    }

    function askOnceKnown() {
        if (page.asksCancel && details.status === RenderDetails.Ready) {
            page.cancelAsked();
            page.askCancel();
        }
    }

    onAsksCancelChanged: page.askOnceKnown()

    function retryFailed() {
        if (details.canRetry)
            RenderActs.retryFailed(page.task);
    }

    function saveVideo() {
        if (details.canSaveVideo)
            page.videoWanted(page.task, details.name, details.finished);
    }

    /// The frames that are selected, else the current one.
    function framesMeant(): var {
        return frames.framesAt(!choice.isEmpty ? choice.rows() : grid.current >= 0 ? [grid.current] : []);
    }

    function retryMeant() {
        const meant = page.framesMeant();
        if (meant.length > 0)
            RenderActs.retryFrames(page.task, meant);
        grid.forceActiveFocus();
    }

    /// The picture, where there is one; else what the log says.
    function open(row: int) {
        const picture = pictures.rowOfFrame(frames.frameAt(row));
        if (picture >= 0)
            Navigator.viewerRequested(pictures, picture);
        else
            log.show(true);
    }

    RenderDetails {
        id: details

        taskId: page.task
        onChanged: page.askOnceKnown()
    }

    RenderFrames {
        id: frames

        taskId: page.task
        onStatusChanged: {
            if (frames.status === RenderFrames.Ready && grid.current < 0 && frames.count > 0)
                arrival.start();
        }
    }

    // Once everything has its place.
    Timer {
        id: arrival

        interval: 0
        onTriggered: {
            if (page.isShort)
                log.open = false;
            grid.current = frames.rowOfInterest();
            grid.positionAt(grid.current);
        }
    }

    // The log takes room and gives it: what is looked at stays in sight, wherever one has not scrolled away from it.
    Timer {
        id: keeping

        interval: 0
        onTriggered: {
            const rect = grid.rectOf(grid.current);
            if (grid.current >= 0 && rect.y > -rect.height && rect.y < grid.height + log.most)
                grid.reveal(grid.current);
        }
    }

    FramePictures {
        id: pictures

        source: frames
    }

    Selection {
        id: choice

        model: frames
    }

    Connections {
        target: Navigator

        function onViewerClosed(model: QtObject, row: int) {
            if (model === pictures)
                grid.positionAt(frames.rowOfFrame(pictures.frameAt(row)));
        }
    }

    RenderCommands {
        isOn: page.isOn && grid.activeFocus
        group: qsTr("A render")
        onPauseWanted: page.pauseOrResume()
        onCancelWanted: page.askCancel()
        onRetryWanted: page.retryFailed()
        onVideoWanted: page.saveVideo()
    }

    FrameCommands {
        isOn: page.isOn
        onBack: page.back()
        onLogWanted: log.show(!log.open)
        onRetryWanted: page.retryMeant()
    }

    RenderHeader {
        id: header

        width: parent.width
        details: details
        showsLog: log.open
        onBack: page.back()
        onCancelWanted: page.askCancel()
        onCleanUpWanted: dialogs.askCleanUp(page.task, details.name)
        onLogWanted: log.show(!log.open)
        onVideoWanted: page.saveVideo()
    }

    PictureGrid {
        id: grid

        objectName: "frames"
        anchors.top: header.bottom
        anchors.bottom: log.top
        width: parent.width
        focus: true
        visible: total > 0
        model: frames
        selection: choice
        cell: page.side
        // Below the picture, which is wider than high.
        caption: Math.round(Theme.textSmall * 1.5 + Theme.space2 - page.side * 0.36)
        gap: Theme.space2
        name: qsTr("Frames")
        onHeightChanged: keeping.start()
        onOpened: row => page.open(row)
        onContextMenuRequested: (row, x, y) => {
            if (row >= 0)
                menu.popup(grid, x, y);
        }

        delegate: FrameCell {
        }
    }

    FramesStates {
        anchors.top: header.bottom
        anchors.bottom: log.top
        width: parent.width
        frames: frames
        cell: grid.cell
        onBack: page.back()
    }

    LogPanel {
        id: log

        anchors.bottom: parent.bottom
        width: parent.width
        most: page.isShort ? Math.max(0, page.room) : Math.min(Math.round(300 * Theme.scale), page.room * 0.5)
        task: page.task
        frames: frames
        row: grid.current
        onPictureWanted: page.open(grid.current)
        onRetryWanted: {
            RenderActs.retryFrames(page.task, frames.framesAt([grid.current]));
            grid.forceActiveFocus();
        }
    }

    FrameMenu {
        id: menu

        hasPicture: grid.current >= 0 && frames.hasPicture(grid.current)
        amount: Math.max(1, choice.count)
        canRetry: !details.isCleaned
        onPictureWanted: page.open(grid.current)
        onLogWanted: log.show(true)
        onRetryWanted: page.retryMeant()
    }

    RenderDialogs {
        id: dialogs
    }
}
