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
    id: area

    required property TimelineModel model
    property real cell: 160

    readonly property bool isWaiting: model.count === 0 && (model.status === TimelineModel.Loading || model.status === TimelineModel.Unloaded)
    readonly property bool addsPhotos: !model.isNarrowed && (model.filter === TimelineModel.All || model.filter === TimelineModel.Videos)
    readonly property bool isEmpty: model.count === 0 && model.status === TimelineModel.Ready

    signal allWanted
    signal clearingWanted

    // In a very low window nothing of it lies over what is above.
    clip: true
    visible: isWaiting || isEmpty || model.status === TimelineModel.Failed

    function titleOf(filter: int): string {
        if (area.model.isNarrowed)
            return qsTr("No photo fits the filter");
        switch (filter) {
        case TimelineModel.Favourites:
            return qsTr("No favourites yet");
        case TimelineModel.Videos:
            return qsTr("No videos yet");
        case TimelineModel.Archive:
            return qsTr("The archive is empty");
        case TimelineModel.Trash:
            return qsTr("The trash is empty");
        default:
            return qsTr("No photos yet");
        }
    }

    function textOf(filter: int): string {
        if (area.model.isNarrowed)
            return qsTr("Take a condition away or make one wider.");
        switch (filter) {
        case TimelineModel.Favourites:
            return qsTr("Press L on a photo to keep it among your favourites.");
        case TimelineModel.Videos:
            return qsTr("Videos show here as soon as you add some.");
        case TimelineModel.Archive:
            return qsTr("Press A on a photo to keep it here, out of the way of the others.");
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
        visible: area.isWaiting
        clip: true

        Repeater {
            model: area.isWaiting ? Math.max(0, Math.ceil(area.width / area.cell) * Math.ceil(area.height / area.cell)) : 0

            Skeleton {
                width: area.cell
                height: area.cell
                radius: Theme.space1
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: area.isEmpty
        icon: area.model.isNarrowed ? "filter" : area.model.filter === TimelineModel.Trash ? "trash" : area.model.filter === TimelineModel.Archive ? "archive" : area.model.filter === TimelineModel.Favourites ? "heart" : "images"
        title: area.titleOf(area.model.filter)
        text: area.textOf(area.model.filter)
        actionText: area.model.isNarrowed ? qsTr("Clear the filter") : area.addsPhotos ? qsTr("Add photos") : qsTr("Show all photos")
        onAction: {
            if (area.model.isNarrowed)
                area.clearingWanted();
            else if (area.addsPhotos)
                Navigator.addPhotos();
            else
                area.allWanted();
        }
    }

    FailedState {
        anchors.fill: parent
        visible: area.model.status === TimelineModel.Failed && area.model.count === 0
        text: area.model.errorText
        onRetry: area.model.reload()
    }
}
