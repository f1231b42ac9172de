// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// How far a scene has come that is being read or stored, or why it has not.
Item {
    id: strip

    required property SceneSubmission submission
    readonly property bool isReading: submission.state === SceneSubmission.Reading
    readonly property bool isStoring: submission.state === SceneSubmission.Storing
    readonly property bool isFailed: submission.state === SceneSubmission.Failed

    visible: strip.isReading || strip.isStoring || strip.isFailed
    implicitHeight: visible ? lines.implicitHeight + Theme.space4 : 0

    RowLayout {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        spacing: Theme.space3

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                text: strip.isFailed ? strip.submission.errorText : strip.isReading ? qsTr("Reading “%1”").arg(strip.submission.name) : qsTr("Storing “%1” and its files: %2").arg(strip.submission.name).arg(strip.submission.progressText)
                color: strip.isFailed ? Theme.bad : Theme.text
                wrapMode: Text.Wrap
            }

            ProgressBar {
                Layout.fillWidth: true
                visible: !strip.isFailed
                indeterminate: strip.isReading
                value: strip.submission.fraction
                label: qsTr("Scene")
            }
        }

        Button {
            text: strip.isFailed ? qsTr("Close") : qsTr("Stop")
            onClicked: strip.submission.close()
        }
    }
}
