// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// What stands in place of the renders where there are none to be shown.
Item {
    id: view

    required property RenderList model
    readonly property bool isEmpty: model.count === 0 && model.status === RenderList.Ready
    readonly property bool isWaiting: model.count === 0 && (model.status === RenderList.Loading || model.status === RenderList.Unloaded)

    signal sceneWanted
    signal allWanted

    visible: model.count === 0

    Column {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space2
        visible: view.isWaiting
        clip: true

        Repeater {
            model: view.isWaiting ? 6 : 0

            Skeleton {
                width: view.width - 2 * Theme.space4
                height: Math.round(104 * Theme.scale)
                radius: Theme.radiusLarge
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && !view.model.isFiltered
        icon: "renders"
        title: qsTr("Nothing is rendered yet")
        text: qsTr("Choose a scene of Blender, Maya or Unreal Engine. Programs that may use this library can send theirs, too.")
        actionText: qsTr("Render a scene…")
        onAction: view.sceneWanted()
    }

    EmptyState {
        anchors.fill: parent
        visible: view.isEmpty && view.model.isFiltered
        icon: view.model.query === "" ? "filter" : "search"
        text: view.model.query === "" ? qsTr("No render stands like that at the moment.") : view.model.only < 0 ? qsTr("No render has “%1” in its name.").arg(view.model.query) : qsTr("No render that stands like that has “%1” in its name.").arg(view.model.query)
        actionText: qsTr("Show all")
        onAction: view.allWanted()
    }

    FailedState {
        anchors.fill: parent
        visible: view.model.status === RenderList.Failed && view.model.count === 0
        text: view.model.errorText
        onRetry: view.model.reload()
    }
}
