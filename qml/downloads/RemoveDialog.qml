// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Downloads

/// Asks before downloads leave the list: that cannot be taken back.
Dialog {
    id: dialog

    property var tasks: []
    property bool isAll: false
    property int number: 0

    function ask(tasks: var) {
        if (tasks.length === 0)
            return;
        dialog.isAll = false;
        dialog.tasks = tasks;
        dialog.number = tasks.length;
        dialog.open();
    }

    function askAll(number: int) {
        dialog.isAll = true;
        dialog.number = number;
        dialog.open();
    }

    title: dialog.isAll ? qsTr("Clear the history?") : qsTr("Remove %n download(s) from the list?", "", dialog.number)
    acceptText: dialog.isAll ? qsTr("Clear") : qsTr("Remove")
    isDanger: true
    onAccepted: {
        if (dialog.isAll)
            DownloadActs.removeEnded();
        else
            DownloadActs.remove(dialog.tasks);
    }

    Label {
        width: parent.width
        text: dialog.isAll ? qsTr("%n download(s) that are over leave the list: complete ones, failed ones and those that were canceled. The files stay where they are.", "", dialog.number) : qsTr("The files stay where they are.")
        wrapMode: Text.Wrap
    }
}
