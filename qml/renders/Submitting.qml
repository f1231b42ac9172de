// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.Renders

/// A scene on its way to being rendered, with the dialogs that it takes.
Item {
    id: submitting

    readonly property alias submission: submission

    signal made(int task)

    /// Lets the person choose the scene.
    function choose() {
        picker.pickFiles();
    }

    function offer(scene: url) {
        if (submission.state === SceneSubmission.Storing)
            Notices.warn(qsTr("Another scene is being stored. Wait for it, or stop it."));
        else
            submission.open(scene);
    }

    SceneSubmission {
        id: submission

        onMade: task => {
            Notices.show(qsTr("The render is on its way."));
            submitting.made(task);
        }
        onChanged: {
            if (submission.state === SceneSubmission.Ready && !dialog.visible)
                dialog.ask();
        }
    }

    SubmitDialog {
        id: dialog

        submission: submission
    }

    PathPicker {
        id: picker

        title: qsTr("Scene to render")
        onPicked: urls => submitting.offer(urls[0])
    }
}
