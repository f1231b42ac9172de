// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.Albums
import Kinframe.Ui.Images

/// What menus, bars and keys ask of the dialogs of the page they are on. `what` is a Selection, or the id of one photo.
/// Also says what has come of exporting and of albums, on whatever page somebody is by then.
QtObject {
    id: requests

    readonly property Connections words: Connections {
        target: ExportActs

        function onDone(sentence: string) {
            Notices.show(sentence);
        }

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    readonly property Connections albumWords: Connections {
        target: AlbumActs

        function onSaid(sentence: string) {
            Notices.show(sentence);
        }

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    signal albumsWanted(var what)
    signal tagsWanted(var what)
    signal propertiesWanted(var what)
    signal exportWanted(var what)
}
