// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Albums

/// The line above the albums: how many, which to look for, in which order, and a new one.
PageHeader {
    id: header

    required property AlbumsModel model
    readonly property alias query: search.query

    signal photosWanted
    signal newWanted
    signal orderChosen(int order)

    function focusSearch() {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    function clearSearch() {
        search.clear();
        search.search();
    }

    title: qsTr("Images")
    note: header.model.total > 0 && header.width > 400 * Theme.scale ? Number(header.model.total).toLocaleString(Qt.locale(), "f", 0) : ""
    middle: [
        ViewSwitch {
            id: view

            isAlbums: true
            onSwitched: header.photosWanted()
        },
        SearchField {
            id: search

            readonly property real room: (parent?.width ?? 0) - view.width - Theme.space2

            width: room < 140 * Theme.scale ? (parent?.width ?? 0) : Math.min(320 * Theme.scale, room)
            placeholderText: qsTr("Search albums")
        }
    ]
    actions: [
        IconButton {
            id: sorter

            text: qsTr("Order")
            icon.name: "sort"
            onClicked: sorting.popup(sorter, 0, sorter.height)
        },
        IconButton {
            objectName: "newAlbum"
            text: qsTr("New album")
            keys: "Ctrl+N"
            icon.name: "plus"
            onClicked: header.newWanted()
        }
    ]

    Menu {
        id: sorting

        Repeater {
            model: [{
                    "order": AlbumsModel.NewestFirst,
                    "title": qsTr("Newest albums first")
                }, {
                    "order": AlbumsModel.LatestPhotos,
                    "title": qsTr("Newest photos first")
                }, {
                    "order": AlbumsModel.ChangedFirst,
                    "title": qsTr("Changed last first")
                }, {
                    "order": AlbumsModel.ByName,
                    "title": qsTr("By name")
                }]

            MenuItem {
                required property var modelData
                readonly property bool isChosen: header.model.order === modelData.order

                text: modelData.title
                icon.name: isChosen ? "check" : ""
                Accessible.checked: isChosen
                onTriggered: header.orderChosen(modelData.order)
            }
        }
    }
}
