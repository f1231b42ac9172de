// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// Sets and takes away properties of many photos at once.
Dialog {
    id: dialog

    /// A Selection, or the id of one photo.
    property var what: null
    property int amount: 1

    function ask(photos: var) {
        dialog.what = photos;
        dialog.amount = (photos as Selection)?.count ?? 1;
        rows.clear();
        rows.append({});
        dialog.open();
    }

    function save() {
        const changes = [];
        for (let i = 0; i < editors.count; ++i) {
            const editor = editors.itemAt(i) as PropertyEditor;
            editor.isTried = true;
            if (editor.problem !== "") {
                editor.begin();
                return;
            }
            changes.push(editor.change());
        }
        ImageActs.edit(dialog.what, changes);
        dialog.accept();
    }

    title: qsTr("Change the properties of %n photo(s)", "", amount)
    acceptText: ""
    rejectText: ""
    size: Math.round(460 * Theme.scale)
    footer: Item {
        implicitHeight: Theme.space4
    }
    onOpened: (editors.itemAt(0) as PropertyEditor).begin()

    ListModel {
        id: rows
    }

    contentItem: ScrollArea {
        implicitHeight: column.implicitHeight

        Column {
            id: column

            width: parent.width
            spacing: Theme.space4

            Repeater {
                id: editors

                model: rows

                PropertyEditor {
                    required property int index

                    width: column.width
                    canRemove: true
                    onAccepted: dialog.save()
                    onCanceled: dialog.reject()
                }
            }

            Flow {
                width: parent.width
                spacing: Theme.space2

                Button {
                    objectName: "save"
                    kind: "primary"
                    text: qsTr("Change %n photo(s)", "", dialog.amount)
                    onClicked: dialog.save()
                }

                Button {
                    text: qsTr("One more property")
                    icon.name: "plus"
                    onClicked: {
                        rows.append({});
                        (editors.itemAt(rows.count - 1) as PropertyEditor).begin();
                    }
                }

                Button {
                    text: qsTr("Cancel")
                    kind: "quiet"
                    onClicked: dialog.reject()
                }
            }
        }
    }
}
