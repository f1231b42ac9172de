// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// Shows what a scene says, and asks what of it is to be rendered and how.
Dialog {
    id: dialog

    required property SceneSubmission submission
    /// Why it cannot be asked for like this.
    property string problem: ""

    function ask() {
        const scene = dialog.submission;
        dialog.problem = "";
        form.begin(scene.firstFrame, scene.lastFrame, scene.frameStep);
        dialog.open();
    }

    size: Math.round(600 * Theme.scale)
    title: qsTr("Render a scene")
    acceptText: qsTr("Render")
    canAccept: submission.state === SceneSubmission.Ready && form.isWhole
    checksFirst: true
    onCheckWanted: {
        dialog.problem = dialog.submission.problemWith(form.wishes());
        if (dialog.problem === "")
            dialog.accept();
    }
    onAccepted: dialog.submission.submit(form.wishes())
    onRejected: dialog.submission.close()

    ScrollArea {
        id: scroller

        width: parent.width
        height: Math.min(column.height, Math.max(160, (dialog.parent?.height ?? 0) - Math.round(220 * Theme.scale)))

        Column {
            id: column

            width: scroller.width - Theme.space3
            spacing: Theme.space3

            Label {
                width: parent.width
                text: dialog.submission.name
                kind: "large"
                font.weight: Font.DemiBold
                elide: Text.ElideMiddle
            }

            Label {
                width: parent.width
                text: dialog.submission.factsText
                wrapMode: Text.Wrap
            }

            Label {
                width: parent.width
                text: dialog.submission.filesText
                kind: "soft"
                wrapMode: Text.Wrap
            }

            Label {
                width: parent.width
                visible: text !== ""
                text: dialog.submission.engineProblem
                color: Theme.warn
                wrapMode: Text.Wrap
            }

            Repeater {
                model: dialog.submission.notes

                Label {
                    required property string modelData

                    width: column.width
                    text: modelData
                    kind: "small"
                    wrapMode: Text.Wrap
                }
            }

            MissingFiles {
                width: parent.width
                submission: dialog.submission
            }

            SubmitForm {
                id: form

                width: parent.width
                submission: dialog.submission
            }

            Label {
                width: parent.width
                visible: text !== ""
                text: dialog.problem
                color: Theme.bad
                wrapMode: Text.Wrap
            }
        }
    }
}
