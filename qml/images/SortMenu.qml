// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls

/// How the photos lie.
Menu {
    id: menu

    required property string order
    readonly property list<string> orders: ["", "created_at", "added desc", "file_name", "size desc", "rating desc", "width desc"]
    readonly property list<string> titles: [qsTr("Newest first"), qsTr("Oldest first"), qsTr("Added last first"), qsTr("By file name"), qsTr("Largest files first"), qsTr("Best rated first"), qsTr("Widest first")]

    signal chosen(string order)

    Repeater {
        model: menu.orders

        MenuItem {
            required property string modelData
            required property int index

            text: menu.titles[index]
            icon.name: menu.order === modelData ? "check" : ""
            Accessible.checked: menu.order === modelData
            onTriggered: menu.chosen(modelData)
        }
    }
}
