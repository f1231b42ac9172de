// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Renders

/// Where renders run: on this computer, or on a cluster that can be asked whether it is there.
SettingGroup {
    id: group

    required property RenderSettings settings
    readonly property var cluster: group.settings.cluster
    readonly property string facts: [group.cluster.partition === "" ? qsTr("its usual partition") : qsTr("partition %1").arg(group.cluster.partition), group.cluster.account === "" ? "" : qsTr("account %1").arg(group.cluster.account), group.cluster.commandFolder === "" ? "" : qsTr("commands in %1").arg(group.cluster.commandFolder)].filter(fact => fact !== "").join(" · ")

    title: qsTr("Where renders run")

    Choices {
        width: parent.width
        label: group.title
        currentIndex: group.settings.usesCluster ? 1 : 0
        options: [{
                "text": qsTr("On this computer"),
                "description": qsTr("As many at a time as its cores, memory and graphics cards allow.")
            }, {
                "text": qsTr("On a cluster run by Slurm"),
                "description": qsTr("Its computers must see the folder of this library under the same path. Renders that have begun stay where they are.")
            }]
        onActivated: index => {
            group.settings.usesCluster = index === 1;
            currentIndex = Qt.binding(() => group.settings.usesCluster ? 1 : 0);
        }
    }

    SettingRow {
        width: parent.width
        visible: group.settings.usesCluster
        title: qsTr("Cluster")
        description: group.facts

        Button {
            objectName: "changeCluster"
            text: qsTr("Change…")
            Accessible.name: qsTr("Change how the cluster is reached")
            onClicked: dialog.ask()
        }

        Button {
            objectName: "testCluster"
            text: qsTr("Test")
            Accessible.name: qsTr("Test the connection to the cluster")
            enabled: test.state !== ClusterTest.Running
            onClicked: test.run(group.cluster)
        }
    }

    ClusterTest {
        id: test
    }

    ClusterAnswer {
        width: parent.width
        test: test
        visible: group.settings.usesCluster && isShown
    }

    ClusterDialog {
        id: dialog

        settings: group.settings
        onAccepted: test.clear()
    }
}
