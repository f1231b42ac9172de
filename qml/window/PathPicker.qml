// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCore
import QtQuick
import QtQuick.Dialogs

/// The desktop's own dialogs for folders and files. They are made when they are first needed: that takes a while.
Item {
    id: picker

    signal picked(var urls)

    function pickFolder() {
        folders.active = true;
        (folders.object as FolderDialog).open();
    }

    function pickFiles() {
        files.active = true;
        (files.object as FileDialog).open();
    }

    Instantiator {
        id: folders

        active: false

        FolderDialog {
            currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
            onAccepted: picker.picked([selectedFolder])
        }
    }

    Instantiator {
        id: files

        active: false

        FileDialog {
            currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
            fileMode: FileDialog.OpenFiles
            onAccepted: picker.picked(selectedFiles)
        }
    }
}
