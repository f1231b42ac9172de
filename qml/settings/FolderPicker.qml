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
        (dialog.object as FolderDialog).open();
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Instantiator {
        id: dialog

        active: false

        FolderDialog {
            title: picker.title
            currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
            onAccepted: picker.picked(selectedFolder)
        }
    }
}
