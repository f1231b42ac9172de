// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// What is known of the photo at that row of a list, or of all that are selected where those are several; and what can
/// be changed of it.
ScrollArea {
    id: panel

    property alias model: cursor.model
    property alias row: cursor.row
    /// The photo itself, where another one than that of the row is looked at: one of its stack.
    property string assetId: cursor.assetId
    property Selection selection: null
    /// They lie in the trash, where nothing is changed.
    readonly property bool canEdit: !photo.isTrashed

    PhotoCursor {
        id: cursor
    }

    AssetDetails {
        id: photo

        assetId: panel.assetId
    }

    FactSheet {
        id: sheet

        assetId: panel.assetId
        selection: panel.selection
    }

    EmptyState {
        width: parent.width
        height: 240 * Theme.scale
        visible: photo.assetId === "" && !sheet.isMany
        icon: "info"
        text: qsTr("Choose a photo to see what is known of it.")
    }

    Column {
        id: facts

        x: Theme.space4
        width: panel.width - 2 * Theme.space4
        bottomPadding: Theme.space5
        spacing: Theme.space4
        visible: sheet.isMany ? sheet.isLoaded : photo.assetId !== "" && photo.isLoaded

        ManyFacts {
            width: parent.width
            visible: sheet.isMany
            sheet: sheet
        }

        Banner {
            width: parent.width
            visible: photo.errorText !== "" && !sheet.isMany
            kind: "warn"
            text: photo.errorText
        }

        OneFacts {
            width: parent.width
            visible: !sheet.isMany
            photo: photo
        }

        Column {
            width: parent.width
            spacing: Theme.space2
            visible: panel.canEdit || sheet.tags.length > 0

            Label {
                text: qsTr("Tags")
                kind: "soft"
                Accessible.role: Accessible.Heading
            }

            TagEditor {
                width: parent.width
                enabled: panel.canEdit
                tags: sheet.tags
                someTags: sheet.someTags
                onAdded: tag => ImageActs.changeTags(sheet.what, [tag], [])
                onRemoved: tag => ImageActs.changeTags(sheet.what, [], [tag])
            }
        }

        FactList {
            width: parent.width
            title: qsTr("Made with")
            model: sheet.generation
            whole: sheet.parameters
            wholeText: qsTr("Copy all")
        }

        FactRow {
            width: parent.width
            icon: "renders"
            label: qsTr("Render task")
            text: sheet.isMany || sheet.taskId === "" ? "" : qsTr("Render task %1").arg(sheet.taskId)
            more: sheet.frame === "" ? "" : qsTr("Frame %1").arg(sheet.frame)
        }

        Button {
            objectName: "showTask"
            // Tasks of other programs have names of all kinds.
            visible: !sheet.isMany && /^[1-9][0-9]{0,8}$/.test(sheet.taskId)
            text: qsTr("Show the render task")
            onClicked: Navigator.open("renders", {
                    "task": parseInt(sheet.taskId)
                })
        }

        OwnFacts {
            width: parent.width
            visible: panel.canEdit || (sheet.own as FactModel).count > 0
            model: sheet.own
            what: sheet.what
            canEdit: panel.canEdit
        }
    }
}
