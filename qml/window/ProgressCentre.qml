// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Shell

/// Everything that runs, each with how far it is, how fast, how long still, and a way to stop it.
T.Popup {
    id: centre

    required property ProgressModel tasks
    property real mostHeight: 600
    /// Of all rows, as the list has it a moment later: while it is given its height it may find another.
    property real rowsHeight: 0

    function toggle() {
        if (centre.opened)
            centre.close();
        else
            centre.open();
    }

    implicitHeight: Math.min(mostHeight, heading.height + Math.max(centre.rowsHeight, nothing.visible ? nothing.implicitHeight : 0) + topPadding + bottomPadding + Theme.space2)
    height: implicitHeight
    padding: Theme.space4
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    background: Raised {
        Accessible.role: Accessible.Pane
        Accessible.name: heading.text
    }

    contentItem: FocusScope {
        focus: true

        Label {
            id: heading

            anchors.left: parent.left
            anchors.right: shut.left
            height: Theme.target
            text: qsTr("Progress")
            kind: "title"
            Accessible.role: Accessible.Heading
        }

        IconButton {
            id: shut

            anchors.right: parent.right
            text: qsTr("Close")
            icon.name: "close"
            onClicked: centre.close()
        }

        Label {
            id: nothing

            anchors.top: heading.bottom
            width: parent.width
            visible: list.count === 0
            text: qsTr("Nothing is running. Imports, face recognition, renders and downloads show here while they work.")
            kind: "soft"
            wrapMode: Text.Wrap
        }

        ListView {
            id: list

            anchors.top: heading.bottom
            anchors.topMargin: Theme.space2
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            focus: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            spacing: Theme.space3
            onContentHeightChanged: settle.restart()
            model: centre.tasks
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: heading.text
            T.ScrollBar.vertical: ScrollBar {
            }
            Keys.onPressed: event => event.accepted = keys.press(event)
            Keys.onDeletePressed: {
                const row = currentItem as TaskRow;
                if (row?.canCancel ?? false)
                    centre.tasks.cancel(currentIndex);
            }

            Timer {
                id: settle

                interval: 0
                onTriggered: centre.rowsHeight = list.contentHeight
            }

            ViewKeys {
                id: keys

                view: list
            }

            delegate: TaskRow {
                required property int index

                width: ListView.view.width
                onCancelWanted: centre.tasks.cancel(index)
            }
        }
    }
}
