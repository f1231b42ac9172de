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
    /// The keys are this page's: it is seen, and no photo lies over it.
    readonly property bool isOn: visible && !Navigator.isViewing

    /// {"task": id}
    function openTarget(target: var) {
        if (target.task)
            page.openTask = target.task;
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

    AllRenders {
        id: all

        anchors.fill: parent
        focus: page.openTask === 0
        visible: page.openTask === 0
        isOn: page.isOn && visible
        onOpened: task => page.openTask = task
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Repeater {
        model: page.openTask === 0 ? 0 : 1

        RenderPage {
            anchors.fill: parent
            focus: true
            isOn: page.isOn
            task: page.openTask
            onBack: page.openTask = 0
            Component.onCompleted: forceActiveFocus()
        }
    }
}
