// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// The lines above the frames of a render: what it is, how far it is, and what can be done.
Item {
    id: header

    required property RenderDetails details
    required property bool showsLog
    readonly property bool isNarrow: width < 680 * Theme.scale
    readonly property string facts: {
        let text = header.details.progressText;
        for (const more of [header.details.timeText, header.details.costText])
            text += more !== "" ? " · " + more : "";
        return text;
    }

    signal back
    signal cancelWanted
    signal cleanUpWanted
    signal logWanted
    signal videoWanted

    implicitHeight: lines.implicitHeight + 2 * Theme.space3

    ColumnLayout {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        y: Theme.space3
        spacing: Theme.space2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            IconButton {
                text: qsTr("Back")
                keys: "Alt+Left"
                icon.name: "arrow-left"
                onClicked: header.back()
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: header.details.name
                    kind: "title"
                    elide: Text.ElideMiddle
                    Accessible.role: Accessible.Heading
                }

                Label {
                    Layout.fillWidth: true
                    visible: !header.isNarrow
                    text: header.details.requestText
                    kind: "small"
                }
            }

            Button {
                visible: !header.isNarrow && (header.details.canPause || header.details.canResume)
                text: header.details.canResume ? qsTr("Go on") : qsTr("Pause")
                icon.name: header.details.canResume ? "play" : "pause"
                onClicked: {
                    if (header.details.canResume)
                        RenderActs.resume(header.details.taskId);
                    else
                        RenderActs.pause(header.details.taskId);
                }
            }

            Button {
                visible: !header.isNarrow && header.details.canRetry
                text: qsTr("Render what failed again")
                icon.name: "refresh"
                onClicked: RenderActs.retryFailed(header.details.taskId)
            }

            Button {
                visible: !header.isNarrow && header.details.canSaveVideo && !header.details.canRetry
                text: qsTr("Save as video…")
                icon.name: "video"
                onClicked: header.videoWanted()
            }

            IconButton {
                text: qsTr("Log")
                keys: "G"
                icon.name: "log"
                checkable: true
                checked: header.showsLog
                onClicked: header.logWanted()
            }

            IconButton {
                id: more

                text: qsTr("More")
                icon.name: "more"
                onClicked: menu.popup(more, 0, more.height)
            }
        }

        Label {
            Layout.fillWidth: true
            visible: header.isNarrow && text !== ""
            text: header.details.requestText
            kind: "small"
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }

        GridLayout {
            Layout.fillWidth: true
            visible: header.details.status === RenderDetails.Ready
            columns: header.isNarrow ? 1 : 2
            columnSpacing: Theme.space3
            rowSpacing: Theme.space1

            StateSign {
                id: sign

                text: header.details.stateText
                icon: header.details.stateIcon
                tone: header.details.stateTone
            }

            Label {
                Layout.fillWidth: true
                text: header.facts
                wrapMode: Text.Wrap
                horizontalAlignment: header.isNarrow ? Text.AlignLeft : Text.AlignRight
            }
        }

        ProgressBar {
            Layout.fillWidth: true
            visible: header.details.status === RenderDetails.Ready
            value: header.details.fraction
            tone: sign.ink
            label: header.facts
        }

        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: header.details.problemText
            color: header.details.isFailed ? Theme.bad : Theme.textSoft
            wrapMode: Text.Wrap
            maximumLineCount: header.isNarrow ? 2 : 3
        }
    }

    RenderMenu {
        id: menu

        canOpen: false
        task: header.details.taskId
        canPause: header.details.canPause
        canResume: header.details.canResume
        canCancel: header.details.canCancel
        canRetry: header.details.canRetry
        canCleanUp: header.details.canCleanUp
        onCancelWanted: header.cancelWanted()
        canSaveVideo: header.details.canSaveVideo
        onCleanUpWanted: header.cleanUpWanted()
        onVideoWanted: header.videoWanted()
    }
}
