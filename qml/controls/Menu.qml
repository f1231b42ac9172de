// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme

/// What can be done here, below a button or where the mouse is.
T.Menu {
    id: menu

    /// As wide as its widest item.
    readonly property real widest: {
        let width = 160 * Theme.scale;
        for (let i = 0; i < menu.count; ++i)
            width = Math.max(width, menu.itemAt(i)?.implicitWidth ?? 0);
        return Math.min(width, 480 * Theme.scale);
    }

    implicitWidth: widest + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space1
    margins: Theme.space2
    overlap: Theme.space1
    onAboutToShow: FocusMemory.remember(T.Overlay.overlay)
    onClosed: FocusMemory.giveBack(T.Overlay.overlay)
    delegate: MenuItem {
    }

    contentItem: ListView {
        clip: contentHeight > height
        implicitHeight: contentHeight
        model: menu.contentModel
        currentIndex: menu.currentIndex
        interactive: contentHeight > height
        T.ScrollBar.vertical: ScrollBar {
        }
    }

    background: Raised {
    }

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.stateTime
        }
    }
}
