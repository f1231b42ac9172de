// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// Asks what becomes of the photos of a folder that is not followed any more.
Dialog {
    id: dialog

    property string folderId: ""
    property string name: ""

    signal removed(string folderId, bool keepsPhotos)

    function ask(folderId: string, name: string) {
        dialog.folderId = folderId;
        dialog.name = name;
        ways.currentIndex = 0;
        dialog.open();
    }

    title: qsTr("Remove “%1”").arg(name)
    acceptText: qsTr("Remove")
    onAccepted: dialog.removed(dialog.folderId, ways.currentIndex === 0)

    Label {
        width: parent.width
        text: qsTr("The files in the folder stay as they are.")
        wrapMode: Text.Wrap
    }

    Choices {
        id: ways

        width: parent.width
        label: dialog.title
        options: [{
                "text": qsTr("Keep its photos in the library"),
                "description": qsTr("What changes in the folder is not followed any more.")
            }, {
                "text": qsTr("Move its photos to the trash"),
                "description": qsTr("With their people and ratings. Until the trash is emptied this can be undone.")
            }]
    }
}
