// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A page that is higher than its place. Its content is as wide as it is.
Flickable {
    id: area

    /// Scrolls just as far as it takes to see the item.
    function reveal(item: Item) {
        const top = item.mapToItem(area.contentItem, 0, 0).y;
        const bottom = top + item.height;
        const lowest = Math.max(0, area.contentHeight - area.height);
        if (top < area.contentY)
            area.contentY = Math.max(0, top - Theme.space4);
        else if (bottom > area.contentY + area.height)
            area.contentY = Math.min(lowest, bottom - area.height + Theme.space4);
    }

    clip: true
    contentWidth: width
    contentHeight: contentItem.childrenRect.height
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ScrollBar {
    }

    WheelScroll {
        view: area
    }

    // What the keyboard goes to is seen.
    Connections {
        target: area.Window.window

        function onActiveFocusItemChanged() {
            // Before everything has its place nothing can be said of where it is.
            if (area.height <= 0 || area.contentHeight <= area.height)
                return;
            const item = area.Window.activeFocusItem;
            for (let above = item; above; above = above.parent) {
                if (above === area.contentItem) {
                    area.reveal(item);
                    return;
                }
            }
        }
    }
}
