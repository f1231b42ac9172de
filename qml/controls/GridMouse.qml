// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

/// What the mouse does in a grid; it lies below the cells, so that what they contain comes first.
MouseArea {
    id: area

    required property GridWindow grid
    required property Flickable view
    /// What the cells lie on.
    required property Item surface
    /// Of the press that became a rubber band; null without.
    property var start: null
    property var before: []
    /// Of the press on what is selected: that may be dragged away. Null without.
    property var held: null
    property bool isDragging: false
    /// What was released was a rubber band or a drag, and not a click.
    property bool wasBand: false
    property real pointerY: 0
    property bool isBanding: false
    /// What the rubber band goes round.
    property rect bounds: Qt.rect(0, 0, 0, 0)

    /// A button was pressed; before anything comes of it, as a menu takes the keyboard.
    signal began
    signal opened(int row)
    signal menuRequested(int row, point place)
    /// What is selected is dragged to another program.
    signal draggedOut

    function isFar(event: var, from: var): bool {
        return Math.abs(event.x - from.x) + Math.abs(event.y - from.y) > Application.styleHints.startDragDistance;
    }

    function isOnMark(item: int, x: real, y: real): bool {
        const rect = area.grid.rectOf(item);
        return x - rect.x < Theme.target && y - rect.y < Theme.target;
    }

    function choose(item: int, modifiers: int, isMark: bool) {
        const selection = area.grid.selection;
        area.grid.current = item;
        if (!selection)
            return;
        if (item < 0)
            selection.clear();
        else if (modifiers & Qt.ShiftModifier)
            selection.extendTo(item);
        else if (modifiers & Qt.ControlModifier || isMark)
            selection.toggle(item);
        else
            selection.select(item);
    }

    function stretch(x: real, y: real) {
        area.bounds = Qt.rect(Math.min(x, area.start.x), Math.min(y, area.start.y), Math.abs(x - area.start.x), Math.abs(y - area.start.y));
        const selection = area.grid.selection;
        selection.setRows(area.before, false);
        selection.setRows(area.grid.itemsIn(area.bounds), true);
    }

    z: -1
    acceptedButtons: Qt.LeftButton | Qt.RightButton
    // A finger scrolls, a mouse draws the rubber band.
    preventStealing: false
    onPressed: event => {
        area.began();
        const item = area.grid.itemAt(event.x, event.y);
        const selection = area.grid.selection;
        area.preventStealing = event.source === Qt.MouseEventNotSynthesized;
        if (event.button === Qt.RightButton) {
            if (selection && item >= 0 && !selection.contains(item))
                area.choose(item, Qt.NoModifier, false);
            area.menuRequested(item, Qt.point(event.x, event.y));
        } else if (selection && area.preventStealing && (item < 0 || !selection.contains(item))) {
            area.start = Qt.point(event.x, event.y);
            area.before = event.modifiers & Qt.ControlModifier ? selection.rows() : [];
        } else if (selection && area.preventStealing) {
            area.held = Qt.point(event.x, event.y);
        }
    }
    onPositionChanged: event => {
        if (area.held && area.isFar(event, area.held)) {
            area.held = null;
            area.isDragging = true;
            area.draggedOut();
        }
        if (!area.start)
            return;
        area.pointerY = event.y - area.view.contentY;
        area.isBanding = area.isBanding || area.isFar(event, area.start);
        if (area.isBanding)
            area.stretch(event.x, event.y);
    }
    onReleased: area.endBand()
    onCanceled: area.endBand()
    onClicked: event => {
        const item = area.grid.itemAt(event.x, event.y);
        if (event.button === Qt.LeftButton && !area.wasBand)
            area.choose(item, event.modifiers, item >= 0 && area.isOnMark(item, event.x, event.y));
    }
    onDoubleClicked: event => {
        const item = area.grid.itemAt(event.x, event.y);
        if (event.button === Qt.LeftButton && item >= 0 && !area.isOnMark(item, event.x, event.y))
            area.opened(item);
    }

    function endBand() {
        area.wasBand = area.isBanding || area.isDragging;
        area.start = null;
        area.held = null;
        area.isDragging = false;
        area.isBanding = false;
    }

    // The view goes on while the band is held beyond its edge.
    Timer {
        running: area.isBanding && (area.pointerY < 0 || area.pointerY > area.view.height)
        repeat: true
        interval: 16
        onTriggered: {
            const most = Math.max(0, area.view.contentHeight - area.view.height);
            const by = area.pointerY < 0 ? area.pointerY : area.pointerY - area.view.height;
            area.view.contentY = Math.max(0, Math.min(most, area.view.contentY + by / 4));
            area.stretch(area.bounds.x < area.start.x ? area.bounds.left : area.bounds.right, area.view.contentY + area.pointerY);
        }
    }

    Rectangle {
        parent: area.surface
        x: area.bounds.x
        y: area.bounds.y - (area.grid?.origin ?? 0)
        z: 1
        width: area.bounds.width
        height: area.bounds.height
        visible: area.isBanding
        color: Qt.alpha(Theme.accent, 0.15)
        border.width: 1
        border.color: Theme.accent
    }
}
