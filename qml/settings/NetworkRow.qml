// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Settings

/// One network: what it does, whether it is here and in use.
ColumnLayout {
    id: row

    required property FaceNetworks networks
    required property string name
    required property string title
    required property string detail
    required property string licence
    required property url licenceUrl
    required property bool isRecogniser
    required property bool isUsed
    required property bool isHere
    required property bool canFetch
    required property string problemText
    readonly property bool isFetching: networks.fetching === name

    spacing: Theme.space2

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3

        Icon {
            Layout.alignment: Qt.AlignTop
            name: row.isHere ? "check" : "download"
            color: row.isHere ? Theme.good : Theme.textSoft
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: row.isUsed ? qsTr("%1 (in use)").arg(row.title) : row.title
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                text: row.detail
                kind: "small"
                wrapMode: Text.Wrap
            }

            Button {
                Layout.leftMargin: -Theme.space3
                kind: "quiet"
                text: row.licence
                icon.name: "external"
                Accessible.role: Accessible.Link
                onClicked: Qt.openUrlExternally(row.licenceUrl)
            }
        }

        Button {
            Layout.alignment: Qt.AlignTop
            visible: row.canFetch && !row.isFetching
            enabled: row.networks.fetching === ""
            text: qsTr("Download")
            kind: row.isUsed ? "primary" : "normal"
            Accessible.name: qsTr("Download “%1”").arg(row.name)
            onClicked: row.networks.fetch(row.name)
        }

        Button {
            Layout.alignment: Qt.AlignTop
            visible: row.isRecogniser && row.isHere && !row.isUsed
            enabled: !row.networks.isMeasuring
            text: qsTr("Use this one")
            Accessible.name: qsTr("Use “%1”").arg(row.name)
            onClicked: row.networks.choose(row.name)
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: row.isFetching
        spacing: Theme.space3

        ProgressBar {
            Layout.fillWidth: true
            value: row.networks.fraction
            label: qsTr("Downloading “%1”").arg(row.name)
        }

        Label {
            text: row.networks.progressText
            kind: "small"
        }

        Button {
            text: qsTr("Cancel")
            onClicked: row.networks.cancelFetch()
        }
    }

    Banner {
        Layout.fillWidth: true
        visible: text !== ""
        kind: "warn"
        text: row.problemText
    }
}
