// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Images

/// What stands in place of the photos where there are none: they are being read, there are none, or reading failed.
Item {
    id: states

    required property TimelineModel model
    property real cell: 160

    readonly property bool isWaiting: model.count === 0 && (model.status === TimelineModel.Loading || model.status === TimelineModel.Unloaded)
    readonly property bool isEmpty: model.count === 0 && model.status === TimelineModel.Ready

    visible: isWaiting || isEmpty || model.status === TimelineModel.Failed

    function titleOf(filter: int): string {
        switch (filter) {
        case TimelineModel.Favourites:
            return qsTr("No favourites yet");
        case TimelineModel.Videos:
            return qsTr("No videos yet");
        case TimelineModel.Trash:
            return qsTr("The trash is empty");
        default:
            return qsTr("No photos yet");
        }
    }

    function textOf(filter: int): string {
        switch (filter) {
        case TimelineModel.Favourites:
            return qsTr("Press L on a photo to keep it among your favourites.");
        case TimelineModel.Videos:
            return qsTr("Videos show here as soon as you add some.");
        case TimelineModel.Trash:
            return qsTr("Photos that you delete wait here until you delete them for good.");
        default:
            return qsTr("Choose photos or folders, or drop them anywhere on this window.");
        }
    }

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.gridGap
        visible: states.isWaiting
        clip: true

        Repeater {
            model: states.isWaiting ? Math.ceil(states.width / states.cell) * Math.ceil(states.height / states.cell) : 0

            Skeleton {
                width: states.cell
                height: states.cell
                radius: Theme.space1
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: states.isEmpty
        icon: states.model.filter === TimelineModel.Trash ? "trash" : states.model.filter === TimelineModel.Favourites ? "heart" : "images"
        title: states.titleOf(states.model.filter)
        text: states.textOf(states.model.filter)
        actionText: states.model.filter === TimelineModel.All || states.model.filter === TimelineModel.Videos ? qsTr("Add photos") : ""
        onAction: Navigator.addPhotos()
    }

    FailedState {
        anchors.fill: parent
        visible: states.model.status === TimelineModel.Failed && states.model.count === 0
        text: states.model.errorText
        onRetry: states.model.reload()
    }
}
