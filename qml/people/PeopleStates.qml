// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.People
import Kinframe.Ui.Shell

/// What stands in place of the people where there are none: they are being read, there are none yet, none of that
/// name, or reading failed.
Item {
    id: view

    required property PeopleModel model
    required property real cell

    readonly property bool isWaiting: model.count === 0 && (model.status === PeopleModel.Loading || model.status === PeopleModel.Unloaded)
    readonly property bool isEmpty: model.count === 0 && model.status === PeopleModel.Ready
    readonly property bool isSearch: model.search !== ""
    readonly property bool lacksModels: models.state === ModelDownload.Missing || models.state === ModelDownload.Failed || models.state === ModelDownload.Loading

    visible: isWaiting || isEmpty || (model.status === PeopleModel.Failed && model.count === 0)

    ModelDownload {
        id: models
    }

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space3
        visible: view.isWaiting
        clip: true

        Repeater {
            model: view.isWaiting ? Math.ceil(view.width / view.cell) * Math.ceil(view.height / (view.cell + 60)) : 0

            Item {
                width: view.cell
                height: view.cell + 48 * Theme.scale

                Skeleton {
                    x: Theme.space2
                    y: Theme.space2
                    width: parent.width - 2 * Theme.space2
                    height: width
                    radius: width / 2
                }
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && view.isSearch
        icon: "search"
        title: qsTr("Nobody has that name")
        text: qsTr("No name contains “%1”.").arg(view.model.search)
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && !view.isSearch && view.model.hiddenCount > 0 && !view.model.withHidden
        icon: "hide"
        title: qsTr("Everybody is hidden")
        actionText: qsTr("Show hidden people")
        onAction: view.model.withHidden = true
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && !view.isSearch && view.model.hiddenCount === 0 && view.lacksModels
        icon: "face"
        title: qsTr("People are not recognised yet")
        text: models.state === ModelDownload.Loading ? qsTr("Downloading the face models: %1").arg(models.progressText) : models.state === ModelDownload.Failed ? models.errorText : qsTr("Finding faces needs the face models. They are downloaded once and work on this computer alone.")
        actionText: models.state === ModelDownload.Loading ? qsTr("Cancel") : models.sizeText === "" ? qsTr("Download the models") : qsTr("Download the models (%1)").arg(models.sizeText)
        onAction: {
            if (models.state === ModelDownload.Loading)
                models.cancel();
            else
                models.start();
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && !view.isSearch && view.model.hiddenCount === 0 && !view.lacksModels
        icon: "people"
        title: qsTr("Nobody here yet")
        text: qsTr("Add photos with people in them; they gather here as they are found.")
        actionText: qsTr("Add photos")
        onAction: Navigator.addPhotos()
    }

    FailedState {
        anchors.fill: parent
        visible: view.model.status === PeopleModel.Failed && view.model.count === 0
        text: view.model.errorText
        onRetry: view.model.reload()
    }
}
