// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Where the keyboard was on the page before something opened above it; Qt itself forgets that.
QtObject {
    id: memory

    property Item item: null

    function isAbove(item: Item, overlay: Item): bool {
        for (let each = item; each; each = each.parent) {
            if (each === overlay)
                return true;
        }
        return false;
    }

    /// To call when something is about to open in that overlay.
    function remember(overlay: Item) {
        const item = overlay ? overlay.Window.activeFocusItem : null;
        if (item && !memory.isAbove(item, overlay))
            memory.item = item;
    }

    /// To call when it has closed; whatever else is open above the page keeps the focus, and so does what has got it on
    /// the page since.
    function giveBack(overlay: Item) {
        const item = overlay ? overlay.Window.activeFocusItem : null;
        const isTaken = item !== null && !memory.isAbove(memory.item, item);
        if (memory.item && !isTaken && !memory.isAbove(item, overlay))
            memory.item.forceActiveFocus(Qt.PopupFocusReason);
    }
}
