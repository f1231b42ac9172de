// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Shell

/// Everything that can be done here and now, by a few letters of its name.
T.Popup {
    id: palette

    /// Of Command.
    property var usable: []
    property var found: []
    readonly property real rowHeight: Math.round(Theme.target * 1.15)

    function search() {
        const texts = palette.usable.map(command => command.group === "" ? command.text : command.text + " · " + command.group);
        palette.found = Array.from(CommandSearch.ranked(field.text, texts)).map(place => palette.usable[place]);
        list.currentIndex = palette.found.length > 0 ? 0 : -1;
    }

    function run(command: Command) {
        palette.close();
        if (command)
            command.run();
    }

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(Math.min(parent.height * 0.12, 120)) : 0
    width: parent ? Math.min(560 * Theme.scale, parent.width - 2 * Theme.space4) : 560
    height: Math.min(field.height + 2 * Theme.space3 + Math.max(list.contentHeight, nothing.visible ? 2 * Theme.target : 0) + Theme.space2, parent ? parent.height - y - Theme.space4 : 400, 480 * Theme.scale)
    padding: Theme.space3
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    onAboutToShow: {
        palette.usable = Commands.all.filter(command => command.enabled && !command.isQuiet);
        pointer.rested = null;
        field.clear();
        palette.search();
    }
    onOpened: field.forceActiveFocus()

    background: Raised {
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("All commands")
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }

    contentItem: FocusScope {
        focus: true

        TextField {
            id: field

            width: parent.width
            focus: true
            leadingIcon: "search"
            placeholderText: qsTr("What do you want to do?")
            onTextChanged: palette.search()
            onAccepted: palette.run(palette.found[list.currentIndex] ?? null)
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            // Home and End are the text's.
            Keys.onPressed: event => event.accepted = (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) && keys.press(event)

            ViewKeys {
                id: keys

                view: list
            }
        }

        ListView {
            id: list

            anchors.top: field.bottom
            anchors.topMargin: Theme.space2
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            model: palette.found
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Commands")
            T.ScrollBar.vertical: ScrollBar {
            }

            // A mouse that only rests where the list opens chooses nothing.
            HoverHandler {
                id: pointer

                property var rested: null

                onPointChanged: {
                    const place = pointer.point.scenePosition;
                    if (pointer.rested && pointer.hovered && (place.x !== pointer.rested.x || place.y !== pointer.rested.y))
                        list.currentIndex = Math.max(0, list.indexAt(pointer.point.position.x, pointer.point.position.y + list.contentY));
                    pointer.rested = Qt.point(place.x, place.y);
                }
            }

            delegate: CommandRow {
                required property Command modelData

                command: modelData
                width: ListView.view.width
                height: palette.rowHeight
                highlighted: ListView.isCurrentItem
                onClicked: palette.run(modelData)
            }
        }

        Label {
            id: nothing

            anchors.centerIn: list
            width: parent.width
            visible: palette.found.length === 0
            text: qsTr("No command has these letters in its name.")
            kind: "soft"
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
}
