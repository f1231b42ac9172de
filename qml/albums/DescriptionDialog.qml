// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// What is said of an album.
Dialog {
    id: dialog

    signal described(string text)

    function ask(description: string) {
        area.text = description;
        dialog.open();
    }

    title: qsTr("Description of the album")
    acceptText: qsTr("Save")
    horizontalPadding: Theme.space5
    onOpened: {
        area.forceActiveFocus(Qt.PopupFocusReason);
        area.cursorPosition = area.length;
    }
    onAccepted: dialog.described(area.text)

    contentItem: ScrollArea {
        implicitHeight: Math.min(column.implicitHeight, 12 * Theme.target)

        Column {
            id: column

            width: parent.width

            TextArea {
                id: area

                objectName: "description"
                width: parent.width
                placeholderText: qsTr("What these photos are of")
                // Enter goes to the next line.
                Keys.onPressed: event => {
                    if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers & Qt.ControlModifier) {
                        event.accepted = true;
                        dialog.accept();
                    }
                }
            }
        }
    }
}
