// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Downloads

/// What stands in place of the downloads where there are none to be shown.
Item {
    id: view

    required property DownloadList list
    readonly property bool isWaiting: list.count === 0 && (list.status === DownloadList.Loading || list.status === DownloadList.Unloaded)
    readonly property bool isEmpty: list.count === 0 && list.status === DownloadList.Ready

    signal linksWanted
    signal allWanted

    visible: list.count === 0

    Column {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space1
        visible: view.isWaiting
        clip: true

        Repeater {
            model: view.isWaiting ? 8 : 0

            Skeleton {
                width: view.width - 2 * Theme.space4
                height: Math.round(64 * Theme.scale)
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && view.list.only < 0
        icon: "downloads"
        title: qsTr("Nothing is downloaded yet")
        text: qsTr("Choose photos of another server to bring them here, or add links: paste them, or drop them on this page.")
        actionText: qsTr("Choose from a server")
        onAction: Navigator.go("servers")
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && view.list.only >= 0
        icon: "filter"
        text: qsTr("No download stands like that at the moment.")
        actionText: qsTr("Show all")
        onAction: view.allWanted()
    }

    FailedState {
        anchors.fill: parent
        visible: view.list.status === DownloadList.Failed && view.list.count === 0
        text: view.list.errorText
        onRetry: view.list.reload()
    }
}
