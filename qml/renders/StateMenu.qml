// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Renders

/// Renders of which state are shown, with how many there are of each.
Menu {
    id: menu

    required property RenderList model
    readonly property var names: {
        const names = {};
        for (const one of menu.model.counts)
            names[one.state] = qsTr("%1 (%2)").arg(one.text).arg(Number(one.count).toLocaleString(Qt.locale(), "f", 0));
        return names;
    }
    readonly property string current: menu.model.only < 0 ? qsTr("All") : menu.names[menu.model.only] ?? qsTr("None")

    Repeater {
        // Of render::TaskState; -1: all. What is being done stands above what is over.
        model: [-1, 2, 1, 0, 3, 5, 4, 6]

        MenuItem {
            id: item

            required property int modelData

            text: item.modelData < 0 ? qsTr("All") : menu.names[item.modelData] ?? ""
            visible: text !== ""
            checkable: true
            checked: menu.model.only === item.modelData
            onTriggered: {
                checked = Qt.binding(() => menu.model.only === item.modelData);
                menu.model.only = item.modelData;
            }
        }
    }
}
