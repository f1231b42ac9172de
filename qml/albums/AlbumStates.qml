// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Albums
import Kinframe.Ui.Images

/// What stands in place of an album's photos where there are none.
Item {
    id: view

    required property AlbumDetails details
    required property TimelineModel photos
    required property real cell
    readonly property bool hasFailed: details.status === AlbumDetails.Failed || photos.status === TimelineModel.Failed
    readonly property bool isEmpty: !hasFailed && photos.status === TimelineModel.Ready && details.status === AlbumDetails.Ready

    signal photosWanted

    visible: photos.count === 0
    clip: true

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.gridGap
        visible: !view.hasFailed && !view.isEmpty

        Repeater {
            model: parent.visible ? Math.ceil(view.width / view.cell) * Math.ceil(view.height / view.cell) : 0

            Skeleton {
                width: view.cell
                height: view.cell
                radius: Theme.space1
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty
        icon: "album"
        title: qsTr("This album has no photos yet")
        text: qsTr("Select photos among all of them and press B to add them to an album.")
        actionText: qsTr("Show the photos")
        onAction: view.photosWanted()
    }

    FailedState {
        anchors.fill: parent
        visible: view.hasFailed
        text: view.details.status === AlbumDetails.Failed ? view.details.errorText : view.photos.errorText
        onRetry: {
            view.details.reload();
            view.photos.reload();
        }
    }
}
