// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Shell

/// Before the library is open: quiet while that takes no time, and where it fails, what went wrong and what to do.
FocusScope {
    id: page

    required property LibraryState library
    readonly property bool isFailed: library.status === LibraryState.Failed
    readonly property bool isWaiting: library.status === LibraryState.Waiting

    // Its buttons want the keyboard only while they are seen.
    focus: visible

    Timer {
        id: patience

        interval: Theme.waitTime
        running: page.visible && !page.isFailed
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.space4
        visible: !page.isFailed && !patience.running

        ProgressRing {
            anchors.horizontalCenter: parent.horizontalCenter
            indeterminate: true
            label: words.text
        }

        Label {
            id: words

            text: page.library.status === LibraryState.Closing ? qsTr("Closing…") : page.isWaiting ? qsTr("Waiting for the other Kinframe to end…") : qsTr("Opening the library…")
            kind: "soft"
        }
    }

    Column {
        id: report

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space5, 520 * Theme.scale)
        spacing: Theme.space4
        visible: page.isFailed
        Accessible.role: Accessible.AlertMessage
        Accessible.name: title.text + " " + sentence.text

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: page.library.canTakeOver ? "share" : "warning"
            color: page.library.canTakeOver ? Theme.accent : Theme.warn
            size: 2 * Theme.textDisplay
        }

        Label {
            id: title

            width: parent.width
            text: page.library.title
            kind: "title"
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

        Label {
            id: sentence

            width: parent.width
            text: page.library.sentence
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }

        Label {
            width: parent.width
            text: page.library.folder
            kind: "small"
            wrapMode: Text.WrapAnywhere
            horizontalAlignment: Text.AlignHCenter
        }

        Flow {
            anchors.horizontalCenter: parent.horizontalCenter
            // A Flow alone takes the room of its widest button.
            width: Math.min(parent.width, (take.visible ? take.implicitWidth + spacing : 0) + again.implicitWidth + spacing + leave.implicitWidth + 1)
            spacing: Theme.space2

            Button {
                id: take

                visible: page.library.canTakeOver
                focus: visible
                kind: "primary"
                text: qsTr("Take over")
                onClicked: page.library.takeOver()
            }

            Button {
                id: again

                focus: !page.library.canTakeOver
                kind: page.library.canTakeOver ? "normal" : "primary"
                text: qsTr("Try again")
                onClicked: page.library.retry()
            }

            Button {
                id: leave

                text: qsTr("Close Kinframe")
                onClicked: page.library.quit()
            }
        }
    }
}
