// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.People

/// What stands in place of a person's pictures where there are none.
Item {
    id: view

    required property PersonDetails details
    required property PersonItems items
    required property real cell
    readonly property bool isWaiting: items.count === 0 && (items.status === PersonItems.Loading || items.status === PersonItems.Unloaded)

    signal back

    visible: items.count === 0

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.gridGap
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

    EmptyState {
        anchors.fill: parent
        visible: view.items.status === PersonItems.Ready && view.items.count === 0
        icon: "person"
        title: qsTr("No photo of this person is left")
        text: qsTr("Their faces were moved or their photos deleted. The name stays, for when there is one again.")
        actionText: qsTr("Back to everybody")
        onAction: view.back()
    }

    FailedState {
        anchors.fill: parent
        visible: view.items.status === PersonItems.Failed
        text: view.items.errorText
        onRetry: view.items.reload()
    }
}
