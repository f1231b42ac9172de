// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Desktop
import Kinframe.Ui.Downloads

/// The downloads as rows that can be selected.
FocusScope {
    id: view

    required property DownloadList list
    required property Selection selection
    readonly property alias hasKeys: rows.activeFocus
    readonly property alias current: rows.currentIndex
    /// Grows when another is selected.
    property int turn: 0

    signal mendWanted(int remedy, string server, var tasks)
    signal factsWanted
    signal removalWanted(var tasks)

    /// Those that are selected, or else the current one.
    function rowsMeant(): var {
        if (!view.selection.isEmpty)
            return view.selection.rows();
        return rows.currentIndex >= 0 ? [rows.currentIndex] : [];
    }

    function tasksMeant(what: string): var {
        return view.list.tasksAt(view.rowsMeant(), what);
    }

    function pauseOrResume() {
        const running = view.tasksMeant("canPause");
        if (running.length > 0)
            DownloadActs.pause(running);
        else
            DownloadActs.resume(view.tasksMeant("canResume"));
    }

    /// What runs is canceled; where nothing does, what has ended leaves the list.
    function cancelOrRemove() {
        const running = view.tasksMeant("canCancel");
        if (running.length > 0)
            DownloadActs.cancel(running);
        else if (view.tasksMeant("canRemove").length > 0)
            view.removalWanted(view.tasksMeant("canRemove"));
    }

    function retry() {
        DownloadActs.retry(view.tasksMeant("canRetry"));
    }

    function showInFolder() {
        FileManager.show(view.list.filesAt(view.rowsMeant()));
    }

    function open() {
        const files = view.list.filesAt([rows.currentIndex]);
        if (files.length > 0)
            FileManager.open(files[0]);
        else
            view.factsWanted();
    }

    function remedyText(): string {
        const row = rows.currentItem as DownloadRow;
        return row && row.remedy !== DownloadRemedy.TryAgain ? row.remedyText : "";
    }

    function mend() {
        const row = rows.currentItem as DownloadRow;
        if (row)
            view.mendWanted(row.remedy, row.server, [row.taskId]);
    }

    function choose(row: int, modifiers: int) {
        rows.currentIndex = row;
        rows.forceActiveFocus(Qt.MouseFocusReason);
        if (modifiers & Qt.ShiftModifier)
            view.selection.extendTo(row);
        else if (modifiers & Qt.ControlModifier)
            view.selection.toggle(row);
        else
            view.selection.clear();
    }

    function showMenu(row: int, x: real, y: real) {
        rows.currentIndex = row;
        if (!view.selection.contains(row))
            view.selection.clear();
        menu.popup(rows, x, y);
    }

    /// Up and down with Shift select what they pass.
    function extend(by: int) {
        const from = rows.currentIndex;
        const to = Math.max(0, Math.min(rows.count - 1, from + by));
        if (view.selection.isEmpty && from >= 0)
            view.selection.select(from);
        rows.currentIndex = to;
        view.selection.extendTo(to);
    }

    // All are selected once they are there.
    Connections {
        target: view.list

        function onAllRead() {
            view.selection.selectAll();
        }
    }

    Connections {
        target: view.selection

        function onChanged() {
            ++view.turn;
        }
    }

    ListView {
        id: rows

        anchors.fill: parent
        clip: true
        focus: true
        visible: count > 0
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        topMargin: Theme.space1
        bottomMargin: Theme.space5
        spacing: Theme.space1
        model: view.list
        reuseItems: true
        highlightMoveDuration: 0
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Downloads")
        Keys.onReturnPressed: view.open()
        Keys.onEnterPressed: view.open()
        Keys.onPressed: event => {
            const row = currentItem as DownloadRow;
            if (row && (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))) {
                view.showMenu(currentIndex, row.width / 2, row.y - contentY + row.height / 2);
                event.accepted = true;
            } else if (event.modifiers & Qt.ShiftModifier && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
                view.extend(event.key === Qt.Key_Up ? -1 : 1);
                event.accepted = true;
            } else {
                event.accepted = keys.press(event);
            }
        }

        ViewKeys {
            id: keys

            view: rows
        }

        WheelScroll {
            view: rows
        }

        delegate: DownloadRow {
            id: row

            x: Theme.space4
            width: rows.width - 2 * Theme.space4
            isSelected: view.turn >= 0 && view.selection.contains(row.index)
            isCurrent: ListView.isCurrentItem
            showsFocus: rows.activeFocus && ListView.isCurrentItem
            onChosen: modifiers => view.choose(row.index, modifiers)
            onOpened: view.open()
            onPauseWanted: {
                if (row.canPause)
                    DownloadActs.pause([row.taskId]);
                else
                    DownloadActs.resume([row.taskId]);
            }
            onCancelWanted: DownloadActs.cancel([row.taskId])
            onFolderWanted: FileManager.show(view.list.filesAt([row.index]))
            onMendWanted: view.mendWanted(row.remedy, row.server, [row.taskId])
            onMenuWanted: (x, y) => view.showMenu(row.index, row.x + x, row.y - rows.contentY + y)
        }
    }

    DownloadMenu {
        id: menu

        downloads: view
        onFactsWanted: view.factsWanted()
        onMendWanted: view.mend()
    }
}
