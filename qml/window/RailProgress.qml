// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Shell

/// How far all that runs has come; leads to the list of it.
RailItem {
    id: button

    required property ProgressModel tasks
    readonly property bool isBusy: tasks.count > 0

    text: qsTr("Progress")
    Accessible.role: Accessible.Button
    Accessible.description: button.tasks.summary

    ProgressRing {
        anchors.centerIn: parent
        width: Math.round(20 * Theme.scale)
        height: width
        value: Math.max(0, button.tasks.fraction)
        indeterminate: button.isBusy && button.tasks.fraction < 0
        label: button.tasks.summary
    }
}
