// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui

/// What the keyboard does in a grid.
QtObject {
    id: keys

    required property GridWindow grid
    required property bool isMirrored

    /// The current item is another one and must be seen.
    signal moved
    signal opened(int row)
    signal menuRequested(int row)

    function goTo(row: int, modifiers: int) {
        const selection = keys.grid.selection;
        keys.grid.current = row;
        if (selection && modifiers & Qt.ShiftModifier)
            selection.extendTo(keys.grid.current);
        else if (selection && !(modifiers & Qt.ControlModifier))
            selection.select(keys.grid.current);
        keys.moved();
    }

    function target(event: var): int {
        const current = keys.grid.current;
        const last = keys.grid.total - 1;
        switch (event.key) {
        case Qt.Key_Left:
            return Math.max(0, Math.min(last, current + (keys.isMirrored ? 1 : -1)));
        case Qt.Key_Right:
            return Math.max(0, Math.min(last, current + (keys.isMirrored ? -1 : 1)));
        case Qt.Key_Up:
            return keys.grid.moved(current, -1);
        case Qt.Key_Down:
            return keys.grid.moved(current, 1);
        case Qt.Key_PageUp:
            return keys.grid.paged(current, -1);
        case Qt.Key_PageDown:
            return keys.grid.paged(current, 1);
        case Qt.Key_Home:
            return 0;
        case Qt.Key_End:
            return last;
        }
        return -1;
    }

    function act(event: var): bool {
        const selection = keys.grid.selection;
        const current = keys.grid.current;
        const isControl = event.modifiers & Qt.ControlModifier;
        if (event.key === Qt.Key_A && isControl && selection)
            selection.selectAll();
        else if (event.key === Qt.Key_I && isControl && selection)
            selection.invert();
        else if (event.key === Qt.Key_Escape && selection && !selection.isEmpty)
            selection.clear();
        else if (event.key === Qt.Key_Space && selection && current >= 0)
            selection.toggle(current);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && current >= 0)
            keys.opened(current);
        else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))
            keys.menuRequested(current);
        else
            return false;
        return true;
    }

    function press(event: var) {
        if (keys.grid.total === 0)
            return;
        event.accepted = keys.act(event);
        if (event.accepted)
            return;
        const isFirst = keys.grid.current < 0;
        const row = keys.target(event);
        if (row >= 0 || (isFirst && [Qt.Key_Up, Qt.Key_Down, Qt.Key_PageUp, Qt.Key_PageDown].includes(event.key))) {
            const seen = Math.max(0, keys.grid.itemAt(1, keys.grid.top + keys.grid.header + 1));
            keys.goTo(isFirst && event.key !== Qt.Key_End ? seen : row, event.modifiers);
            event.accepted = true;
        }
    }
}
