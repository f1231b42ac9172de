// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Downloads

/// The line above the downloads: which are shown, and what can be done with all.
PageHeader {
    id: header

    required property DownloadOverview overview
    required property DownloadList list
    property bool areFactsShown: false
    /// Too narrow for all the buttons beside the title; the menu has what they do.
    readonly property bool isTight: width < 340 * Theme.scale

    signal linksWanted
    signal clearWanted
    signal factsWanted

    title: qsTr("Downloads")
    note: header.list.total > 0 ? Number(header.list.total).toLocaleString(Qt.locale(), "f", 0) : ""

    Button {
        id: filter

        visible: header.list.total > 0 || header.list.only >= 0
        text: statuses.current
        icon.name: "filter"
        checked: header.list.only >= 0
        Accessible.name: qsTr("Shown: %1").arg(statuses.current)
        onClicked: statuses.popup(filter, 0, filter.height)

        StatusMenu {
            id: statuses

            overview: header.overview
            only: header.list.only
            onChosen: status => header.list.only = status
        }
    }

    actions: [
        Button {
            text: header.isNarrow ? "" : qsTr("Add links…")
            icon.name: "plus"
            Accessible.name: qsTr("Add links…")
            onClicked: header.linksWanted()
        },
        IconButton {
            visible: !header.isTight && (header.overview.canPause || header.overview.canResume)
            text: header.overview.canPause ? qsTr("Pause all") : qsTr("Resume all")
            icon.name: header.overview.canPause ? "pause" : "play"
            onClicked: {
                if (header.overview.canPause)
                    DownloadActs.pauseAll();
                else
                    DownloadActs.resumeAll();
            }
        },
        IconButton {
            visible: !header.isTight
            text: qsTr("Details")
            keys: "I"
            icon.name: "panel"
            checked: header.areFactsShown
            onClicked: header.factsWanted()
        },
        IconButton {
            id: more

            text: qsTr("More")
            icon.name: "more"
            onClicked: menu.popup(more, 0, more.height)

            Menu {
                id: menu

                MenuItem {
                    text: qsTr("Pause all")
                    icon.name: "pause"
                    visible: header.isTight
                    enabled: header.overview.canPause
                    onTriggered: DownloadActs.pauseAll()
                }

                MenuItem {
                    text: qsTr("Resume all")
                    icon.name: "play"
                    enabled: header.overview.canResume
                    onTriggered: DownloadActs.resumeAll()
                }

                MenuItem {
                    text: qsTr("Details")
                    keys: "I"
                    icon.name: "panel"
                    visible: header.isTight
                    onTriggered: header.factsWanted()
                }

                MenuItem {
                    text: qsTr("Try all that failed again")
                    icon.name: "refresh"
                    enabled: header.overview.failed > 0
                    onTriggered: DownloadActs.retryFailed()
                }

                MenuItem {
                    text: qsTr("Clear the history…")
                    icon.name: "history"
                    enabled: header.overview.ended > 0
                    onTriggered: header.clearWanted()
                }

                MenuItem {
                    text: qsTr("Folder, speed and hours…")
                    icon.name: "settings"
                    onTriggered: Navigator.open("settings", {
                            "section": "downloads"
                        })
                }

                MenuSeparator {
                }

                MenuItem {
                    text: qsTr("Cancel all")
                    icon.name: "stop"
                    isDanger: true
                    enabled: header.overview.unfinished > 0
                    onTriggered: DownloadActs.cancelAll()
                }
            }
        }
    ]
}
