// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCore
import QtQuick
import QtQuick.Dialogs

/// The desktop's own dialog for folders. It is made when it is first needed: that takes a while.
Item {
    id: picker

    property string title: ""

    signal picked(url folder)

    function open() {
        dialog.active = true;
        (dialog.item as FolderDialog).open();
    }

    Loader {
        id: dialog

        active: false

        sourceComponent: FolderDialog {
            title: picker.title
            currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
            onAccepted: picker.picked(selectedFolder)
        }
    }
}
