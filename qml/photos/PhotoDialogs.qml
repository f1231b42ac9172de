// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Photos as Photos

/// The dialogs about photos that a page opens.
Item {
    id: dialogs

    /// The page is the one that is looked at.
    property bool isOn: true
    readonly property bool isOpen: albums.visible || tags.visible || properties.visible || exporting.visible

    Connections {
        target: Photos.Requests
        enabled: dialogs.isOn

        function onAlbumsWanted(what: var) {
            albums.ask(what);
        }

        function onTagsWanted(what: var) {
            tags.ask(what);
        }

        function onPropertiesWanted(what: var) {
            properties.ask(what);
        }

        function onExportWanted(what: var) {
            exporting.ask(what);
        }
    }

    AlbumDialog {
        id: albums
    }

    TagDialog {
        id: tags
    }

    PropertiesDialog {
        id: properties
    }

    ExportDialog {
        id: exporting
    }
}
