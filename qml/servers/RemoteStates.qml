// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Servers

/// What stands in place of another library's photos where there are none to be shown.
Item {
    id: view

    required property RemoteGallery gallery
    property bool isSyncing: false
    /// Its list was never read.
    property bool isNever: false
    readonly property bool isAll: gallery.text === "" && gallery.kind === 0 && !gallery.isMissing
    readonly property bool isReady: gallery.status === RemoteGallery.Ready
    readonly property bool isWaiting: gallery.status === RemoteGallery.Loading || gallery.status === RemoteGallery.Unloaded

    signal syncWanted
    signal allWanted

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.gridGap
        visible: view.isWaiting
        clip: true

        Repeater {
            model: view.isWaiting ? 24 : 0

            Skeleton {
                width: Math.round(150 * Theme.scale)
                height: width
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isReady && view.isAll && view.isSyncing
        icon: "refresh"
        title: qsTr("Its list is being read")
        text: qsTr("The first photos show as soon as they are known.")
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isReady && view.isAll && !view.isSyncing
        icon: "images"
        text: view.isNever ? qsTr("The list of this server was not read yet.") : qsTr("There is no photo here.")
        actionText: qsTr("Read its list")
        onAction: view.syncWanted()
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isReady && !view.isAll
        icon: "search"
        text: qsTr("Nothing of this server is like that.")
        actionText: qsTr("Show all")
        onAction: view.allWanted()
    }

    FailedState {
        anchors.fill: parent
        visible: view.gallery.status === RemoteGallery.Failed
        text: view.gallery.errorText
        onRetry: view.gallery.reload()
    }
}
