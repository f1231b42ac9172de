// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What the tests of the grid have in common.
ControlsCase {
    id: testCase

    property var made: null
    property Component page: GridPage {
    }

    function open(amount: int) {
        testCase.made = make(testCase.page, {
                "amount": amount
            });
        testCase.made.grid.forceActiveFocus(Qt.TabFocusReason);
        compare(testCase.made.grid.columns, 4);
    }

    /// The middle of a cell, in the grid.
    function placeOf(row: int): point {
        const rect = testCase.made.grid.rectOf(row);
        return Qt.point(rect.x + rect.width / 2, rect.y + rect.height / 2);
    }

    function click(row: int, modifiers: int, button: int) {
        const place = testCase.placeOf(row);
        mouseClick(testCase.made.grid, place.x, place.y, button || Qt.LeftButton, modifiers || Qt.NoModifier);
    }

    function selected(): var {
        return testCase.made.selection.rows();
    }

    function cells(): var {
        const found = [];
        const walk = item => {
            if (item.itemIndex !== undefined && item.visible)
                found.push(item);
            else
                Array.from(item.children).forEach(walk);
        };
        walk(testCase.made.grid);
        return found;
    }
}
