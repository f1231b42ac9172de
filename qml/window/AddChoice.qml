// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Folders or single files: the desktop's dialogs choose only one of the two.
Dialog {
    id: choice

    signal foldersWanted
    signal filesWanted

    title: qsTr("Add photos and folders")
    acceptText: ""
    onOpened: folders.forceActiveFocus()

    contentItem: Column {
        spacing: Theme.space2

        Label {
            width: parent.width
            text: qsTr("Or drop them anywhere on this window.")
            kind: "soft"
            wrapMode: Text.Wrap
        }

        Button {
            id: folders

            width: parent.width
            icon.name: "folder-add"
            text: qsTr("Choose a folder…")
            onClicked: {
                choice.close();
                choice.foldersWanted();
            }
        }

        Button {
            width: parent.width
            icon.name: "image"
            text: qsTr("Choose photos and videos…")
            onClicked: {
                choice.close();
                choice.filesWanted();
            }
        }
    }
}
