// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Downloads

/// What is downloaded, was and will be; how far all of it is above.
FocusScope {
    id: page

    /// The keys are this page's: it is seen, and no photo lies over it.
    readonly property bool isOn: visible && !Navigator.isViewing

    /// {"links": "https://… https://…"}, or {"status": 6} for those that failed
    function openTarget(target: var) {
        if (target.links !== undefined)
            adding.ask(target.links);
        if (target.status !== undefined)
            list.only = target.status;
    }

    function paste() {
        const links = DownloadActs.copiedLinks();
        if (links !== "")
            adding.ask(links);
        else
            Notices.warn(qsTr("The clipboard has no address of a file. Copy one that begins with https:// first."));
    }

    /// What the button beside a trouble does.
    function mend(remedy: int, server: string, tasks: var) {
        switch (remedy) {
        case DownloadRemedy.TryAgain:
            DownloadActs.retry(tasks);
            break;
        case DownloadRemedy.SignIn:
        case DownloadRemedy.Trust:
            Navigator.open("servers", {
                    "signIn": server
                });
            break;
        case DownloadRemedy.FreeSpace:
            Navigator.open("settings", {
                    "section": "storage"
                });
            break;
        case DownloadRemedy.ChooseFolder:
        case DownloadRemedy.ChangeHours:
            Navigator.open("settings", {
                    "section": "downloads"
                });
        }
    }

    Connections {
        target: DownloadActs

        function onDone(text: string) {
            Notices.show(text);
        }

        function onWentWrong(text: string) {
            Notices.fail(text);
        }
    }

    DownloadOverview {
        id: overview
    }

    DownloadList {
        id: list
    }

    Selection {
        id: chosen

        model: list
    }

    DownloadCommands {
        isOn: page.isOn
        isOnRows: page.isOn && view.hasKeys
        downloads: view
        onLinksWanted: adding.ask("")
        onPasteWanted: page.paste()
        onFactsWanted: facts.toggle()
        onRemovalWanted: tasks => removing.ask(tasks)
    }

    DownloadsHeader {
        id: header

        width: parent.width
        overview: overview
        list: list
        areFactsShown: facts.open
        onLinksWanted: adding.ask("")
        onClearWanted: removing.askAll(overview.ended)
        onFactsWanted: facts.toggle()
    }

    OverviewCard {
        id: whole

        x: Theme.space4
        anchors.top: header.bottom
        width: parent.width - 2 * Theme.space4
        overview: overview
        onMendWanted: (remedy, server) => page.mend(remedy, server, [])
    }

    DownloadsView {
        id: view

        anchors.top: whole.visible ? whole.bottom : header.bottom
        anchors.topMargin: whole.visible ? Theme.space3 : 0
        anchors.bottom: parent.bottom
        anchors.right: facts.left
        anchors.left: parent.left
        focus: true
        list: list
        selection: chosen
        onMendWanted: (remedy, server, tasks) => page.mend(remedy, server, tasks)
        onFactsWanted: facts.open = true
        onRemovalWanted: tasks => removing.ask(tasks)
    }

    DownloadsStates {
        anchors.fill: view
        list: list
        onLinksWanted: adding.ask("")
        onAllWanted: list.only = -1
    }

    DownloadFacts {
        id: facts

        anchors.top: view.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: implicitWidth
        list: list
        row: view.current
    }

    SelectionStrip {
        anchors.horizontalCenter: view.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        selection: chosen
        list: list
        onRemovalWanted: tasks => removing.ask(tasks)
    }

    LinkDrop {
        anchors.fill: parent
        onLinksDropped: text => adding.ask(text)
    }

    AddLinksDialog {
        id: adding
    }

    RemoveDialog {
        id: removing
    }
}
