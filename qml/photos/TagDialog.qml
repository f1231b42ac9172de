// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// The tags of some photos, changed in one go.
Dialog {
    id: dialog

    /// A Selection, or the id of one photo.
    property var what: null
    property var added: []
    property var removed: []

    readonly property var some: Array.from(sheet.someTags)
    readonly property var shown: Array.from(sheet.tags).filter(tag => !dialog.removed.includes(tag)).concat(dialog.added)

    function ask(photos: var) {
        dialog.what = photos;
        dialog.added = [];
        dialog.removed = [];
        editor.field.clear();
        dialog.open();
    }

    function add(tag: string) {
        dialog.removed = dialog.removed.filter(other => other !== tag);
        if (!dialog.shown.includes(tag))
            dialog.added = dialog.added.concat([tag]);
    }

    function remove(tag: string) {
        const isNew = dialog.added.includes(tag);
        dialog.added = dialog.added.filter(other => other !== tag);
        if (!isNew || dialog.some.includes(tag))
            dialog.removed = dialog.removed.concat([tag]);
    }

    title: sheet.count > 1 ? qsTr("Tags of %n photo(s)", "", sheet.count) : qsTr("Tags")
    acceptText: qsTr("Save")
    onOpened: editor.field.forceActiveFocus(Qt.PopupFocusReason)
    onAccepted: {
        if (editor.pending() !== "")
            dialog.add(editor.pending());
        ImageActs.changeTags(dialog.what, dialog.added, dialog.removed);
    }

    FactSheet {
        id: sheet

        assetId: dialog.visible && typeof dialog.what === "string" ? dialog.what : ""
        selection: dialog.visible ? dialog.what as Selection : null
    }

    contentItem: ScrollArea {
        implicitHeight: column.implicitHeight

        Column {
            id: column

            width: parent.width
            spacing: Theme.space3

            Label {
                width: parent.width
                visible: sheet.isTooMany
                text: qsTr("These are too many photos to show the tags that they have. What you add here goes to all of them.")
                kind: "soft"
                wrapMode: Text.Wrap
            }

            TagEditor {
                id: editor

                width: parent.width
                tags: dialog.shown
                someTags: dialog.some.filter(tag => !dialog.added.includes(tag) && !dialog.removed.includes(tag))
                onAdded: tag => dialog.add(tag)
                onRemoved: tag => dialog.remove(tag)
                onFinished: dialog.accept()
            }
        }
    }
}
