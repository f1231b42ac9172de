// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The keys that a ListView or GridView does not know by itself: first, last, a page on, a page back.
QtObject {
    id: keys

    /// A ListView or GridView.
    required property var view
    property int columns: 1

    /// Whether it was one of them.
    function press(event: var): bool {
        const view = keys.view;
        if (view.count === 0)
            return false;
        const height = view.contentHeight / Math.ceil(view.count / keys.columns);
        const page = Math.max(1, Math.floor(view.height / Math.max(1, height))) * keys.columns;
        switch (event.key) {
        case Qt.Key_Home:
            return keys.goTo(0);
        case Qt.Key_End:
            return keys.goTo(view.count - 1);
        case Qt.Key_PageUp:
            return keys.goTo(Math.max(0, view.currentIndex - page));
        case Qt.Key_PageDown:
            return keys.goTo(Math.min(view.count - 1, Math.max(0, view.currentIndex) + page));
        }
        return false;
    }

    function goTo(index: int): bool {
        keys.view.currentIndex = index;
        keys.view.positionViewAtIndex(index, ListView.Contain);
        return true;
    }
}
