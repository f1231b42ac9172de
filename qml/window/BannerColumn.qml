// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui.Shell

/// What needs the person, above the page: each with what to do about it.
Column {
    id: column

    required property BannerModel model
    required property ModelDownload models
    required property Importing imports

    Repeater {
        model: column.model

        Banner {
            id: trouble

            // The row's text has the name of the banner's own.
            required property var model
            required property int remedy
            required property int index
            readonly property bool isAboutModels: remedy === BannerModel.FetchModels
            readonly property bool isAboutFolders: remedy === BannerModel.ShowFolders
            readonly property bool isLoading: isAboutModels && column.models.state === ModelDownload.Loading

            width: column.width
            kind: isAboutModels ? "info" : "warn"
            text: isLoading ? qsTr("Downloading the face models: %1").arg(column.models.progressText) : isAboutModels && column.models.state === ModelDownload.Failed ? column.models.errorText : trouble.model.text
            actionText: isLoading ? qsTr("Cancel") : isAboutModels ? (column.models.sizeText === "" ? qsTr("Download") : qsTr("Download (%1)").arg(column.models.sizeText)) : isAboutFolders ? qsTr("Show the folders") : ""
            dismissible: !isLoading
            onAction: {
                if (trouble.isAboutFolders)
                    Navigator.open("settings", {
                            "section": "folders"
                        });
                else if (trouble.isLoading)
                    column.models.cancel();
                else
                    column.models.start();
            }
            onDismissed: column.model.dismiss(trouble.index)
        }
    }

    Banner {
        width: column.width
        visible: column.imports.report !== ""
        kind: "warn"
        text: column.imports.report
        actionText: qsTr("Show which")
        dismissible: true
        onAction: column.imports.showFailures()
        onDismissed: column.imports.report = ""
    }
}
