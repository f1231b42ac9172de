// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Desktop
import Kinframe.Ui.Downloads

/// What can be done with the downloads that are selected.
Raised {
    id: bar

    required property Selection selection
    required property DownloadList list

    /// Grows when others are selected, or stand otherwise.
    property int turn: 0

    signal removalWanted(var tasks)

    function can(what: string): bool {
        return bar.turn >= 0 && bar.enabled && bar.tasks(what).length > 0;
    }

    function tasks(what: string): var {
        return bar.list.tasksAt(bar.selection.rows(), what);
    }

    implicitWidth: row.implicitWidth + 2 * Theme.space2
    implicitHeight: row.implicitHeight + 2 * Theme.space2
    visible: opacity > 0
    opacity: selection.isEmpty ? 0 : 1
    enabled: !selection.isEmpty
    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text

    Connections {
        target: bar.selection

        function onChanged() {
            ++bar.turn;
        }
    }

    Connections {
        target: bar.list
        enabled: bar.enabled

        function onSectionsChanged() {
            ++bar.turn;
        }

        function onDataChanged() {
            later.start();
        }
    }

    // What runs tells of itself all the time.
    Timer {
        id: later

        interval: 300
        onTriggered: ++bar.turn
    }

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.stateTime
        }
    }

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space1

        IconButton {
            text: qsTr("Select nothing")
            keys: "Esc"
            icon.name: "close"
            onClicked: bar.selection.clear()
        }

        Label {
            id: words

            Layout.rightMargin: Theme.space2
            text: qsTr("%n selected", "", bar.selection.count)
        }

        IconButton {
            text: qsTr("Pause")
            keys: "Space"
            enabled: bar.can("canPause")
            icon.name: "pause"
            onClicked: DownloadActs.pause(bar.tasks("canPause"))
        }

        IconButton {
            text: qsTr("Resume")
            keys: "Space"
            enabled: bar.can("canResume")
            icon.name: "play"
            onClicked: DownloadActs.resume(bar.tasks("canResume"))
        }

        IconButton {
            text: qsTr("Try again")
            keys: "R"
            enabled: bar.can("canRetry")
            icon.name: "refresh"
            onClicked: DownloadActs.retry(bar.tasks("canRetry"))
        }

        IconButton {
            text: qsTr("Show in folder")
            keys: "O"
            enabled: bar.can("canShow")
            icon.name: "folder"
            onClicked: FileManager.show(bar.list.filesAt(bar.selection.rows()))
        }

        IconButton {
            text: qsTr("Cancel, or remove from the list")
            keys: "Del"
            icon.name: "stop"
            onClicked: {
                if (bar.tasks("canCancel").length > 0)
                    DownloadActs.cancel(bar.tasks("canCancel"));
                else
                    bar.removalWanted(bar.tasks("canRemove"));
            }
        }
    }
}
