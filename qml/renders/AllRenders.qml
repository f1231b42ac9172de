// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Renders

/// All renders, the newest first.
FocusScope {
    id: view

    required property bool isOn
    required property SceneSubmission submission

    signal opened(int task)
    signal sceneWanted
    signal videoWanted(int task, string scene, int frames)

    /// All of them are shown again, and have the keys.
    function showAll() {
        header.showAll();
        list.forceActiveFocus();
    }

    function saveVideo(row: int) {
        if (renders.can(row, "canSaveVideo"))
            view.videoWanted(renders.taskAt(row), renders.nameAt(row), renders.finishedAt(row));
    }

    function openCurrent() {
        if (list.currentIndex >= 0)
            view.opened(renders.taskAt(list.currentIndex));
    }

    function pauseOrResume(row: int) {
        const task = renders.taskAt(row);
        if (renders.can(row, "canPause"))
            RenderActs.pause(task);
        else if (renders.can(row, "canResume"))
            RenderActs.resume(task);
    }

    function askCancel(row: int) {
        if (renders.can(row, "canCancel"))
            dialogs.askCancel(renders.taskAt(row), renders.nameAt(row), renders.finishedAt(row), renders.unfinishedAt(row));
    }

    function showMenu(row: int, x: real, y: real) {
        list.currentIndex = row;
        menu.task = renders.taskAt(row);
        menu.canPause = renders.can(row, "canPause");
        menu.canResume = renders.can(row, "canResume");
        menu.canCancel = renders.can(row, "canCancel");
        menu.canRetry = renders.can(row, "canRetry");
        menu.canCleanUp = renders.can(row, "canCleanUp");
        menu.canSaveVideo = renders.can(row, "canSaveVideo");
        menu.popup(list, x, y);
    }

    RenderList {
        id: renders

        // What nothing matched leaves no row to be the current one.
        onCountChanged: {
            if (list.currentIndex < 0 && renders.count > 0)
                list.currentIndex = 0;
        }
    }

    RenderCommands {
        isOn: view.isOn && list.activeFocus && list.currentIndex >= 0
        group: qsTr("Renders")
        onPauseWanted: view.pauseOrResume(list.currentIndex)
        onCancelWanted: view.askCancel(list.currentIndex)
        onRetryWanted: {
            if (renders.can(list.currentIndex, "canRetry"))
                RenderActs.retryFailed(renders.taskAt(list.currentIndex));
        }
        onVideoWanted: view.saveVideo(list.currentIndex)
    }

    Command {
        text: qsTr("Search renders by name")
        icon: "search"
        group: qsTr("Renders")
        sequences: ["Ctrl+F"]
        enabled: view.isOn && header.hasAny
        onActivated: header.focusSearch()
    }

    RendersHeader {
        id: header

        width: parent.width
        model: renders
        onSceneWanted: view.sceneWanted()
    }

    SubmissionStrip {
        id: strip

        anchors.top: header.bottom
        width: parent.width
        submission: view.submission
    }

    ListView {
        id: list

        anchors.top: strip.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        visible: renders.count > 0
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        topMargin: Theme.space1
        bottomMargin: Theme.space5
        spacing: Theme.space2
        model: renders
        highlightMoveDuration: 0
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Renders")
        Keys.onReturnPressed: view.openCurrent()
        Keys.onEnterPressed: view.openCurrent()
        Keys.onPressed: event => {
            const row = list.currentItem as RenderRow;
            if (row && (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))) {
                view.showMenu(list.currentIndex, row.width / 2, row.y - list.contentY + row.height / 2);
                event.accepted = true;
            } else {
                event.accepted = keys.press(event);
            }
        }

        ViewKeys {
            id: keys

            view: list
        }

        WheelScroll {
            view: list
        }

        delegate: RenderRow {
            id: row

            x: Theme.space4
            width: list.width - 2 * Theme.space4
            isCurrent: ListView.isCurrentItem
            showsFocus: list.activeFocus && ListView.isCurrentItem
            onChosen: {
                list.currentIndex = row.index;
                list.forceActiveFocus(Qt.MouseFocusReason);
            }
            onOpened: view.opened(row.taskId)
            onPauseWanted: view.pauseOrResume(row.index)
            onMenuWanted: (x, y) => view.showMenu(row.index, row.x + x, row.y - list.contentY + y)
        }
    }

    RendersStates {
        anchors.fill: list
        model: renders
        onSceneWanted: view.sceneWanted()
        onAllWanted: view.showAll()
    }

    RenderMenu {
        id: menu

        onOpenWanted: view.openCurrent()
        onVideoWanted: view.saveVideo(list.currentIndex)
        onCancelWanted: view.askCancel(list.currentIndex)
        onCleanUpWanted: dialogs.askCleanUp(menu.task, renders.nameAt(list.currentIndex))
    }

    RenderDialogs {
        id: dialogs
    }
}
