// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCore
import QtQuick
import QtQuick.Dialogs
import Kinframe.Shell as Shell

/// The desktop's own dialogs for folders and files. They are made when they are first needed: that takes a while.
Item {
    id: picker

    property string title: ""

    signal picked(var urls)

    function pickFolder() {
        folders.active = true;
        const dialog = folders.object as FolderDialog;
        dialog.open();
        picker.check(dialog.visible);
    }

    function pickFiles() {
        files.active = true;
        const dialog = files.object as FileDialog;
        dialog.open();
        picker.check(dialog.visible);
    }

    function check(isShown: bool) {
        if (!isShown)
            Shell.Notices.fail(qsTr("This desktop shows no dialog for files. Drop the photos or the folder on this window instead."));
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Instantiator {
        id: folders

        active: false

        FolderDialog {
            title: picker.title
            // It would not find it by itself when it is made so late.
            parentWindow: picker.Window.window
            currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
            onAccepted: picker.picked([selectedFolder])
        }
    }

    Instantiator {
        id: files

        active: false

        FileDialog {
            title: picker.title
            parentWindow: picker.Window.window
            currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
            fileMode: FileDialog.OpenFiles
            onAccepted: picker.picked(selectedFiles)
        }
    }
}
