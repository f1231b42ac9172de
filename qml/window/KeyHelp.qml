// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme

/// Every key that does something in the window, by what it belongs to.
T.Popup {
    id: help

    /// [{"group": "…", "keys": [{"text": "…", "sequences": ["…"]}]}]
    property var groups: []

    function gather() {
        const names = [];
        const byName = {};
        const add = (group, text, sequences) => {
            if (!byName[group]) {
                byName[group] = [];
                names.push(group);
            }
            if (sequences.length > 0 && !byName[group].some(entry => entry.text === text))
                byName[group].push({
                        "text": text,
                        "sequences": sequences
                    });
        };
        for (const command of Commands.all)
            add(command.group, command.text, Array.from(command.sequences));
        const lists = qsTr("Lists");
        add(lists, qsTr("Move"), ["Left", "Right", "Up", "Down"]);
        add(lists, qsTr("First, last"), ["Home", "End"]);
        add(lists, qsTr("A page on, a page back"), ["PgDown", "PgUp"]);
        add(lists, qsTr("Select, or not any more"), ["Space"]);
        add(lists, qsTr("Extend the selection"), ["Shift+Down"]);
        add(lists, qsTr("Select everything"), ["Ctrl+A"]);
        add(lists, qsTr("Turn the selection round"), ["Ctrl+I"]);
        add(lists, qsTr("Open"), ["Return"]);
        help.groups = names.filter(name => byName[name].length > 0).map(name => ({
                        "group": name,
                        "keys": byName[name]
                    }));
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? Math.min(920 * Theme.scale, parent.width - 2 * Theme.space4) : 920
    height: parent ? Math.min(heading.height + columns.implicitHeight + topPadding + bottomPadding + Theme.space4, parent.height - 2 * Theme.space4) : 600
    padding: Theme.space5
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: help.gather()

    background: Raised {
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }

    contentItem: FocusScope {
        focus: true

        Label {
            id: heading

            anchors.left: parent.left
            anchors.right: shut.left
            height: Theme.target
            text: qsTr("All keys")
            kind: "title"
            Accessible.role: Accessible.Heading
        }

        IconButton {
            id: shut

            anchors.right: parent.right
            text: qsTr("Close")
            icon.name: "close"
            onClicked: help.close()
        }

        Flickable {
            id: scroll

            anchors.top: heading.bottom
            anchors.topMargin: Theme.space4
            anchors.bottom: parent.bottom
            width: parent.width
            contentHeight: columns.implicitHeight
            clip: true
            focus: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {
            }
            Keys.onPressed: event => {
                const ways = {};
                ways[Qt.Key_Down] = Theme.target;
                ways[Qt.Key_Up] = -Theme.target;
                ways[Qt.Key_PageDown] = scroll.height;
                ways[Qt.Key_PageUp] = -scroll.height;
                ways[Qt.Key_End] = scroll.contentHeight;
                ways[Qt.Key_Home] = -scroll.contentHeight;
                const way = ways[event.key] ?? 0;
                scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY + way));
                event.accepted = way !== 0;
            }

            KeyColumns {
                id: columns

                width: parent.width - Theme.space4
                groups: help.groups
            }
        }
    }
}
