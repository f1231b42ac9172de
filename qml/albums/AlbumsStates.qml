// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Albums

/// What stands in place of the albums where there are none: they are being read, there are none yet, none of that name,
/// or reading failed.
Item {
    id: view

    required property AlbumsModel model
    required property real cell
    required property real caption

    readonly property bool isWaiting: model.count === 0 && (model.status === AlbumsModel.Loading || model.status === AlbumsModel.Unloaded)
    readonly property bool isSearch: model.total > 0

    signal newWanted
    signal clearingWanted

    visible: model.count === 0
    clip: true

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space4 + Theme.space1
        visible: view.isWaiting

        Repeater {
            model: view.isWaiting ? Math.ceil(view.width / view.cell) * Math.ceil(view.height / (view.cell + view.caption)) : 0

            Skeleton {
                width: view.cell - 2 * Theme.space2
                height: width
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: view.model.status === AlbumsModel.Ready
        icon: view.isSearch ? "search" : "album"
        title: view.isSearch ? qsTr("No album is called that") : qsTr("No albums yet")
        text: view.isSearch ? qsTr("Write less of the name, or another one.") : qsTr("Albums hold photos that belong together. A photo can be in several.")
        actionText: view.isSearch ? qsTr("Show all albums") : qsTr("New album")
        onAction: {
            if (view.isSearch)
                view.clearingWanted();
            else
                view.newWanted();
        }
    }

    FailedState {
        anchors.fill: parent
        visible: view.model.status === AlbumsModel.Failed
        text: view.model.errorText
        onRetry: view.model.reload()
    }
}
