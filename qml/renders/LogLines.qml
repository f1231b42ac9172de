// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// The lines of a log; at their end it follows what comes.
FocusScope {
    id: view

    required property FrameLog log
    /// The end is looked at, and stays in view.
    property bool follows: true

    function goToEnd() {
        if (view.follows)
            list.positionViewAtEnd();
    }

    clip: true

    Connections {
        target: view.log

        function onAskedChanged() {
            view.follows = true;
        }

        function onCountChanged() {
            ending.restart();
        }
    }

    // Once what has come has its place.
    Timer {
        id: ending

        interval: 0
        onTriggered: view.goToEnd()
    }

    Label {
        id: skipped

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: text === "" ? 0 : implicitHeight
        text: view.log.skippedText
        kind: "small"
        wrapMode: Text.Wrap
    }

    ListView {
        id: list

        anchors.fill: parent
        anchors.leftMargin: Theme.space4
        anchors.topMargin: skipped.height
        anchors.bottomMargin: Theme.space2
        focus: true
        activeFocusOnTab: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        currentIndex: -1
        highlightFollowsCurrentItem: false
        model: view.log
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Log")
        // What is added below moves nothing; only who scrolls does.
        onContentYChanged: view.follows = list.atYEnd
        Keys.onPressed: event => {
            const page = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown ? list.height : event.key === Qt.Key_Up || event.key === Qt.Key_Down ? 3 * Theme.textNormal : 0;
            const isUp = event.key === Qt.Key_Up || event.key === Qt.Key_PageUp;
            if (event.key === Qt.Key_Home)
                list.positionViewAtBeginning();
            else if (event.key === Qt.Key_End)
                list.positionViewAtEnd();
            else if (page > 0)
                list.contentY = Math.max(list.originY, Math.min(list.originY + list.contentHeight - list.height, list.contentY + (isUp ? -page : page)));
            else
                return;
            event.accepted = true;
        }

        WheelScroll {
            view: list
        }

        delegate: Label {
            required property string line

            width: list.width - Theme.space4
            text: line
            font.family: "monospace"
            font.pixelSize: Theme.textSmall
            wrapMode: Text.WrapAnywhere
        }
    }

    Label {
        anchors.fill: parent
        anchors.margins: Theme.space4
        visible: view.log.count === 0 && (view.log.status === FrameLog.Ready || view.log.status === FrameLog.Failed)
        text: view.log.status === FrameLog.Failed ? view.log.errorText : view.log.attempts === 0 ? qsTr("This frame was not begun yet: there is no log.") : view.log.isGrowing ? qsTr("The renderer has not said anything yet.") : qsTr("The renderer said nothing, or its log is gone.")
        kind: "soft"
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
}
