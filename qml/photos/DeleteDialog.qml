// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Images

/// Asks before photos go for good, and says what goes and what stays.
Dialog {
    id: dialog

    /// A Selection, or the id of one photo.
    property var what: null
    property int kept: 0
    property int inPlace: 0
    property string size: ""

    /// Asks once it is known what would go.
    function ask(photos: var) {
        dialog.what = photos;
        ImageActs.describeDeletion(photos);
    }

    acceptText: qsTr("Delete for good")
    isDanger: true
    onAccepted: ImageActs.deleteForGood(dialog.what)

    Connections {
        target: ImageActs

        function onDeletionDescribed(count: int, kept: int, inPlace: int, size: string) {
            if (dialog.what === null)
                return;
            dialog.title = qsTr("Delete %n photo(s) for good?", "", count);
            dialog.kept = kept;
            dialog.inPlace = inPlace;
            dialog.size = size;
            dialog.open();
        }
    }

    Column {
        width: parent?.width ?? 0
        spacing: 8

        Label {
            width: parent.width
            visible: dialog.kept > 0
            wrapMode: Text.Wrap
            text: qsTr("%n original(s) that Kinframe keeps will be deleted from this computer, which frees %1. Their faces, names, ratings and tags go too. This cannot be undone.", "", dialog.kept).arg(dialog.size)
        }

        Label {
            width: parent.width
            visible: dialog.inPlace > 0
            wrapMode: Text.Wrap
            text: qsTr("%n photo(s) lie in folders of your own. Those files stay there; Kinframe only forgets them, with their faces, names, ratings and tags.", "", dialog.inPlace)
        }
    }
}
