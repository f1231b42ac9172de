// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Albums

/// Which album some photos are to go into; one that is not there yet is made.
Dialog {
    id: dialog

    /// A Selection, or the id of one photo.
    property var what: null
    property AlbumPicker picker: null
    readonly property int count: (what as Selection)?.count ?? 1

    function ask(photos: var) {
        dialog.what = photos;
        dialog.open();
    }

    title: dialog.count > 1 ? qsTr("Add %n photo(s) to an album", "", dialog.count) : qsTr("Add the photo to an album")
    acceptText: dialog.picker?.isNew ? qsTr("Create") : qsTr("Add")
    canAccept: dialog.picker?.canTake ?? false
    horizontalPadding: Theme.space5
    onOpened: dialog.picker?.forceActiveFocus(Qt.PopupFocusReason)
    onAccepted: dialog.picker?.take()

    contentItem: Item {
        implicitHeight: dialog.picker?.implicitHeight ?? 0

        // The albums are read only when they are asked for.
        Repeater {
            model: dialog.visible ? 1 : 0

            AlbumPicker {
                id: made

                width: parent?.width ?? 0
                height: parent?.height ?? 0
                onTaken: {
                    if (made.canTake)
                        dialog.accept();
                }
                onChosen: (album, name) => AlbumActs.add(album, name, dialog.what)
                onNewWanted: name => AlbumActs.make(name, dialog.what)
                Component.onCompleted: dialog.picker = made
                Component.onDestruction: {
                    if (dialog.picker === made)
                        dialog.picker = null;
                }
            }
        }
    }
}
