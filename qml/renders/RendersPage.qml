// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.Renders

/// All renders, or one of them with its frames.
FocusScope {
    id: page

    /// 0: all of them.
    property int openTask: 0
    property bool asksCancel: false
    /// The keys are this page's: it is seen, and no photo lies over it.
    readonly property bool isOn: visible && !Navigator.isViewing

    /// {"task": id}, with "cancel": true to be asked whether it is to be cancelled; or {"scene": the URL of a file}
    function openTarget(target: var) {
        if (target.task) {
            page.openTask = target.task;
            page.asksCancel = target.cancel ?? false;
        }
        if (target.scene) {
            page.openTask = 0;
            submitting.offer(target.scene);
        }
    }

    onOpenTaskChanged: {
        if (page.openTask === 0)
            all.forceActiveFocus();
    }

    Connections {
        target: RenderActs

        function onDone(text: string) {
            Notices.show(text);
        }

        function onWentWrong(text: string) {
            Notices.fail(text);
        }
    }

    Connections {
        target: VideoActs

        function onSaved(text: string, path: string) {
            Notices.fileMade(text, path);
        }

        function onWentWrong(text: string) {
            Notices.fail(text);
        }
    }

    SaveVideoDialog {
        id: saving
    }

    Command {
        text: qsTr("Render a scene")
        icon: "plus"
        group: qsTr("Renders")
        sequences: ["Ctrl+N"]
        enabled: page.isOn
        onActivated: submitting.choose()
    }

    Submitting {
        id: submitting

        onMade: task => page.openTask = task
    }

    AllRenders {
        id: all

        anchors.fill: parent
        focus: page.openTask === 0
        visible: page.openTask === 0
        isOn: page.isOn && visible
        submission: submitting.submission
        onOpened: task => page.openTask = task
        onSceneWanted: submitting.choose()
        onVideoWanted: (task, scene, frames) => saving.ask(task, scene, frames)
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Repeater {
        model: page.openTask === 0 ? 0 : 1

        RenderPage {
            anchors.fill: parent
            focus: true
            isOn: page.isOn
            task: page.openTask
            asksCancel: page.asksCancel
            onCancelAsked: page.asksCancel = false
            onBack: page.openTask = 0
            onVideoWanted: (task, scene, frames) => saving.ask(task, scene, frames)
            Component.onCompleted: forceActiveFocus()
        }
    }
}
