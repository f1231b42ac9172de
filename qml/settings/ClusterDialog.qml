// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// Asks how a cluster is reached; what is written can be tested before it is kept.
Dialog {
    id: dialog

    required property RenderSettings settings
    property string problem: ""

    function ask() {
        dialog.problem = "";
        test.clear();
        dialog.fill(dialog.settings.cluster);
        dialog.open();
        partition.forceActiveFocus();
    }

    function fill(cluster: var) {
        partition.text = cluster.partition;
        account.text = cluster.account;
        folder.text = cluster.commandFolder;
        worker.text = cluster.worker;
        extra.text = cluster.arguments;
        variables.text = cluster.environment;
    }

    function written(): var {
        return {
            "partition": partition.text,
            "account": account.text,
            "commandFolder": folder.text,
            "worker": worker.text,
            "arguments": extra.text,
            "environment": variables.text
        };
    }

    size: Math.round(560 * Theme.scale)
    title: qsTr("How the cluster is reached")
    acceptText: qsTr("Save")
    checksFirst: true
    onCheckWanted: {
        dialog.problem = dialog.settings.setCluster(dialog.written());
        if (dialog.problem === "")
            dialog.accept();
    }

    ClusterTest {
        id: test
    }

    ScrollArea {
        id: scroller

        width: parent.width
        height: Math.min(column.height, Math.max(160, (dialog.parent?.height ?? 0) - Math.round(220 * Theme.scale)))

        Column {
            id: column

            width: scroller.width - Theme.space3
            spacing: Theme.space3

            TextField {
                id: partition

                objectName: "partition"
                width: parent.width
                label: qsTr("Partition")
                placeholderText: qsTr("The cluster's usual one")
                maximumLength: 200
            }

            TextField {
                id: account

                width: parent.width
                label: qsTr("Account")
                placeholderText: qsTr("Your usual one")
                maximumLength: 200
            }

            TextField {
                id: folder

                objectName: "commandFolder"
                width: parent.width
                label: qsTr("Folder with Slurm's commands on this computer")
                placeholderText: qsTr("Where programs usually are")
                maximumLength: 1000
            }

            TextField {
                id: worker

                width: parent.width
                label: qsTr("kinframe-render-worker on the cluster's computers")
                placeholderText: qsTr("The same path as here")
                maximumLength: 1000
            }

            LabelledText {
                id: extra

                width: parent.width
                label: qsTr("More options for sbatch, one a line")
                placeholderText: "--qos=night"
            }

            LabelledText {
                id: variables

                width: parent.width
                label: qsTr("Variables for Slurm's commands, one a line")
                placeholderText: "SLURM_CONF=/etc/slurm/slurm.conf"
            }

            Button {
                objectName: "testWritten"
                text: qsTr("Test the connection")
                enabled: test.state !== ClusterTest.Running
                onClicked: {
                    dialog.problem = "";
                    test.run(dialog.written());
                }
            }

            ClusterAnswer {
                width: parent.width
                test: test
            }

            Label {
                width: parent.width
                visible: text !== ""
                text: dialog.problem
                color: Theme.bad
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
