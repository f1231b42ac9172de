// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Renders

/// What there is to know of the frame that is looked at: why it failed, and what its renderer said, attempt by attempt.
FocusScope {
    id: panel

    required property int task
    required property RenderFrames frames
    /// Of the frame; negative: none.
    required property int row
    /// How high it may be.
    required property real most
    property bool open: Preferences.value("renders/log", true)
    readonly property bool isShown: panel.open && panel.row >= 0
    readonly property bool isNarrow: width < 600 * Theme.scale
    property string facts: ""
    property string problem: ""
    property bool hasPicture: false

    signal pictureWanted
    signal retryWanted

    function show(isOpen: bool) {
        panel.open = isOpen;
        Preferences.setValue("renders/log", isOpen);
    }

    function look() {
        panel.facts = panel.frames.factsAt(panel.row);
        panel.problem = panel.frames.problemAt(panel.row);
        panel.hasPicture = panel.frames.hasPicture(panel.row);
    }

    height: panel.isShown ? panel.most : 0
    visible: panel.isShown
    clip: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Log")
    onRowChanged: panel.look()
    Component.onCompleted: panel.look()
    Keys.onEscapePressed: panel.show(false)

    Connections {
        target: panel.frames

        function onDataChanged() {
            panel.look();
        }

        function onModelReset() {
            panel.look();
        }
    }

    FrameLog {
        id: log

        taskId: panel.task
        frame: panel.frames.frameAt(panel.row)
        isOn: panel.isShown
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    Divider {
        width: parent.width
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.space1
        spacing: Theme.space1

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space4
            visible: panel.isNarrow
            text: panel.facts
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space2
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                text: panel.isNarrow ? "" : panel.facts
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }

            ComboBox {
                visible: log.attempts > 1
                label: qsTr("Attempt")
                // The last one is what follows where nothing else is chosen.
                model: Array.from({
                        "length": log.attempts
                    }, (_, index) => qsTr("Attempt %1").arg(index + 1))
                currentIndex: log.shownAttempt - 1
                // Another list of texts begins with its first.
                onModelChanged: currentIndex = Qt.binding(() => log.shownAttempt - 1)
                onActivated: index => log.attempt = index + 1 === log.attempts ? 0 : index + 1
            }

            IconButton {
                enabled: panel.hasPicture
                text: qsTr("Show the picture")
                icon.name: "image"
                onClicked: panel.pictureWanted()
            }

            IconButton {
                text: qsTr("Render this frame again")
                icon.name: "refresh"
                onClicked: panel.retryWanted()
            }

            IconButton {
                text: qsTr("Copy the log")
                icon.name: "copy"
                enabled: log.count > 0
                onClicked: log.copy()
            }

            IconButton {
                text: qsTr("Close the log")
                keys: "G"
                icon.name: "close"
                onClicked: panel.show(false)
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space4
            visible: text !== ""
            text: panel.problem
            color: Theme.bad
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }

        LogLines {
            Layout.fillWidth: true
            Layout.fillHeight: true
            log: log
        }
    }
}
