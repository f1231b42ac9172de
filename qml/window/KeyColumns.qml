// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme

/// Groups of keys beside each other, as many columns as there is room for, each group in the shortest of them.
Row {
    id: row

    /// As KeyHelp.groups.
    property var groups: []
    readonly property int count: Math.max(1, Math.min(3, Math.floor(width / (280 * Theme.scale))))
    readonly property var columns: {
        const heights = Array(row.count).fill(0);
        const columns = heights.map(() => []);
        for (const group of row.groups) {
            const shortest = heights.indexOf(Math.min(...heights));
            columns[shortest].push(group);
            heights[shortest] += group.keys.length + 2;
        }
        return columns;
    }

    spacing: Theme.space5

    Repeater {
        model: row.columns

        Column {
            id: column

            required property var modelData

            width: Math.floor((row.width - (row.count - 1) * row.spacing) / row.count)
            spacing: Theme.space4

            Repeater {
                model: column.modelData

                KeyGroup {
                    required property var modelData

                    width: column.width
                    title: modelData.group
                    keys: modelData.keys
                }
            }
        }
    }
}
