// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// What stands in place of the frames until they are read, or where they cannot be.
Item {
    id: view

    required property RenderFrames frames
    required property real cell
    readonly property bool isWaiting: frames.count === 0 && (frames.status === RenderFrames.Loading || frames.status === RenderFrames.Unloaded)

    signal back

    visible: frames.count === 0

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space2
        visible: view.isWaiting
        clip: true

        Repeater {
            model: view.isWaiting ? Math.ceil(view.width / view.cell) * Math.ceil(view.height / view.cell) : 0

            Skeleton {
                width: view.cell
                height: view.cell
                radius: Theme.space1
            }
        }
    }

    FailedState {
        anchors.fill: parent
        visible: view.frames.status === RenderFrames.Failed && view.frames.count === 0
        text: view.frames.errorText
        actionText: qsTr("Back to all renders")
        onAction: view.back()
    }
}
