// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui.Settings

/// The folders whose photos are in the library.
SettingsSection {
    id: section

    /// Why a folder could not be added.
    property string addError: ""

    lead: qsTr("Kinframe follows what changes in these folders: new photos come in by themselves, and a drive that is not connected loses nothing.")

    FolderModel {
        id: folderModel

        onRefused: (folderId, sentence) => {
            if (folderId === "")
                section.addError = sentence;
        }
        onRefusedFiles: (folderId, sentences) => refused.show(sentences)
    }

    Banner {
        width: parent.width
        visible: section.addError !== ""
        kind: "bad"
        text: section.addError
        dismissible: true
        onDismissed: section.addError = ""
    }

    FailedState {
        width: parent.width
        visible: folderModel.status === FolderModel.Failed
        text: folderModel.errorText
        onRetry: folderModel.reload()
    }

    Repeater {
        model: folderModel

        FolderCard {
            width: parent.width
            folders: folderModel
            onRemovalWanted: (id, name) => removal.ask(id, name)
            onMoveWanted: id => {
                finder.folderId = id;
                finder.pickFolder();
            }
        }
    }

    Card {
        width: parent.width
        visible: folderModel.status === FolderModel.Ready && folderModel.count === 0

        contentItem: EmptyState {
            icon: "folder"
            text: qsTr("No folder is followed yet. Photos that you add by hand stay in the library all the same.")
        }
    }

    Button {
        objectName: "addFolder"
        text: qsTr("Add a folder…")
        icon.name: "folder-add"
        kind: folderModel.count === 0 ? "primary" : "normal"
        onClicked: adder.pickFolder()
    }

    PathPicker {
        id: adder

        title: qsTr("Folder with photos")
        onPicked: urls => addition.ask(urls[0], folderModel.pathOf(urls[0]))
    }

    PathPicker {
        id: finder

        property string folderId: ""

        title: qsTr("Where the folder is now")
        onPicked: urls => folderModel.relocate(finder.folderId, urls[0])
    }

    AddFolderDialog {
        id: addition

        onAdded: (folder, isCopied) => {
            section.addError = "";
            folderModel.add(folder, isCopied);
        }
    }

    RemoveFolderDialog {
        id: removal

        onRemoved: (id, keepsPhotos) => folderModel.remove(id, keepsPhotos)
    }

    RefusedFilesDialog {
        id: refused
    }
}
