// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// Asks whether the photos of a folder are copied.
Dialog {
    id: dialog

    property url folder
    property string path: ""

    signal added(url folder, bool isCopied)

    function ask(folder: url, path: string) {
        dialog.folder = folder;
        dialog.path = path;
        ways.currentIndex = 0;
        dialog.open();
    }

    title: qsTr("Add a folder")
    acceptText: qsTr("Add")
    onAccepted: dialog.added(dialog.folder, ways.currentIndex === 1)

    Label {
        width: parent.width
        text: dialog.path
        elide: Text.ElideMiddle
    }

    Choices {
        id: ways

        width: parent.width
        label: dialog.title
        options: [{
                "text": qsTr("Leave its photos where they are"),
                "description": qsTr("Takes no room. The photos can be seen as long as the folder is there.")
            }, {
                "text": qsTr("Copy its photos into the library"),
                "description": qsTr("They stay in the library whatever happens to the folder.")
            }]
    }
}
