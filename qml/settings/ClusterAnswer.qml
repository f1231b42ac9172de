// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// What a test of the connection to a cluster has found, or that it runs.
Column {
    id: answer

    required property ClusterTest test
    readonly property bool isShown: answer.test.state !== ClusterTest.Idle

    visible: isShown
    spacing: Theme.space1

    Label {
        width: parent.width
        visible: bar.visible
        text: qsTr("The cluster is being asked. That can take a minute.")
        kind: "soft"
        wrapMode: Text.Wrap
    }

    ProgressBar {
        id: bar

        width: parent.width
        visible: answer.test.state === ClusterTest.Running
        indeterminate: true
        label: qsTr("The cluster is being asked")
    }

    Banner {
        width: parent.width
        visible: !bar.visible && answer.isShown
        kind: answer.test.state === ClusterTest.Good ? "good" : "bad"
        text: answer.test.text
    }
}
