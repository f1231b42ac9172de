// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Renders

/// The questions before what cannot be taken back.
Item {
    id: dialogs

    property int task: 0
    property string name: ""
    property int finished: 0
    property int unfinished: 0

    function askCancel(task: int, name: string, finished: int, unfinished: int) {
        dialogs.task = task;
        dialogs.name = name;
        dialogs.finished = finished;
        dialogs.unfinished = unfinished;
        cancelQuestion.open();
    }

    function askCleanUp(task: int, name: string) {
        dialogs.task = task;
        dialogs.name = name;
        cleanUpQuestion.open();
    }

    Dialog {
        id: cancelQuestion

        title: qsTr("Cancel “%1”?").arg(dialogs.name)
        acceptText: qsTr("Cancel the render")
        rejectText: qsTr("Keep it")
        isDanger: true
        onAccepted: RenderActs.cancel(dialogs.task)

        Label {
            width: parent.width
            text: qsTr("%n frame(s) will not be rendered, and what is being rendered now is lost.", "", dialogs.unfinished)
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            visible: dialogs.finished > 0
            text: qsTr("The %n frame(s) that are done stay.", "", dialogs.finished)
            kind: "soft"
            wrapMode: Text.Wrap
        }
    }

    Dialog {
        id: cleanUpQuestion

        title: qsTr("Remove work files?")
        acceptText: qsTr("Remove")
        isDanger: true
        onAccepted: RenderActs.cleanUp(dialogs.task)

        Label {
            width: parent.width
            // Nothing until it is asked: a dialog that is not open cannot have its lines broken anew.
            text: dialogs.name === "" ? "" : qsTr("The logs of “%1” and its pictures that are not in the library go for good, and none of its frames can be rendered again. The pictures in the library stay.").arg(dialogs.name)
            wrapMode: Text.Wrap
        }
    }
}
