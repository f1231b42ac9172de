// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// The line above the renders: how many, which of them are shown, which to look for, and a new one.
PageHeader {
    id: header

    required property RenderList model
    readonly property bool hasAny: model.total > 0 || model.isFiltered

    signal sceneWanted

    function focusSearch() {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    /// All of them are shown again.
    function showAll() {
        search.clear();
        search.search();
        header.model.showAll();
    }

    title: qsTr("Renders")
    note: header.model.total > 0 ? Number(header.model.total).toLocaleString(Qt.locale(), "f", 0) : ""
    middle: [
        Button {
            id: filter

            visible: header.hasAny
            text: states.current
            icon.name: "filter"
            checked: header.model.only >= 0
            Accessible.name: qsTr("Shown: %1").arg(states.current)
            onClicked: states.popup(filter, 0, filter.height)

            StateMenu {
                id: states

                model: header.model
            }
        },
        SearchField {
            id: search

            readonly property real room: (parent?.width ?? 0) - filter.width - Theme.space2

            visible: header.hasAny
            width: room < 140 * Theme.scale ? (parent?.width ?? 0) : Math.min(280 * Theme.scale, room)
            placeholderText: qsTr("Search by name")
            onQueryChanged: header.model.query = query
        }
    ]
    actions: Button {
        text: header.isNarrow ? "" : qsTr("Render a scene…")
        icon.name: "plus"
        Accessible.name: qsTr("Render a scene…")
        onClicked: header.sceneWanted()
    }
}
