// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

/// What the mouse does in a grid; it lies below the cells, so that what they contain comes first.
MouseArea {
    id: mouse

    required property GridWindow grid
    required property Flickable view
    /// Of the press that became a rubber band; null without.
    property var start: null
    property var before: []
    /// What was released was a rubber band and not a click.
    property bool wasBand: false
    property real pointerY: 0
    readonly property alias band: band

    signal opened(int row)
    signal menuRequested(int row, point place)

    function isOnMark(item: int, x: real, y: real): bool {
        const rect = mouse.grid.rectOf(item);
        return x - rect.x < Theme.target && y - rect.y < Theme.target;
    }

    function choose(item: int, modifiers: int, isMark: bool) {
        const selection = mouse.grid.selection;
        mouse.grid.current = item;
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
        band.x = Math.min(x, mouse.start.x);
        band.y = Math.min(y, mouse.start.y);
        band.width = Math.abs(x - mouse.start.x);
        band.height = Math.abs(y - mouse.start.y);
        const selection = mouse.grid.selection;
        selection.setRows(mouse.before, false);
        selection.setRows(mouse.grid.itemsIn(Qt.rect(band.x, band.y, band.width, band.height)), true);
    }

    z: -1
    acceptedButtons: Qt.LeftButton | Qt.RightButton
    // A finger scrolls, a mouse draws the rubber band.
    preventStealing: false
    onPressed: event => {
        const item = mouse.grid.itemAt(event.x, event.y);
        const selection = mouse.grid.selection;
        mouse.preventStealing = event.source === Qt.MouseEventNotSynthesized;
        if (event.button === Qt.RightButton) {
            if (selection && item >= 0 && !selection.contains(item))
                mouse.choose(item, Qt.NoModifier, false);
            mouse.menuRequested(item, Qt.point(event.x, event.y));
        } else if (selection && mouse.preventStealing && (item < 0 || !selection.contains(item))) {
            mouse.start = Qt.point(event.x, event.y);
            mouse.before = event.modifiers & Qt.ControlModifier ? selection.rows() : [];
        }
    }
    onPositionChanged: event => {
        if (!mouse.start)
            return;
        mouse.pointerY = event.y - mouse.view.contentY;
        const isFar = Math.abs(event.x - mouse.start.x) + Math.abs(event.y - mouse.start.y) > Application.styleHints.startDragDistance;
        if (isFar)
            band.visible = true;
        if (band.visible)
            mouse.stretch(event.x, event.y);
    }
    onReleased: mouse.endBand()
    onCanceled: mouse.endBand()
    onClicked: event => {
        const item = mouse.grid.itemAt(event.x, event.y);
        if (event.button === Qt.LeftButton && !mouse.wasBand)
            mouse.choose(item, event.modifiers, item >= 0 && mouse.isOnMark(item, event.x, event.y));
    }
    onDoubleClicked: event => {
        const item = mouse.grid.itemAt(event.x, event.y);
        if (event.button === Qt.LeftButton && item >= 0 && !mouse.isOnMark(item, event.x, event.y))
            mouse.opened(item);
    }

    function endBand() {
        mouse.wasBand = band.visible;
        mouse.start = null;
        band.visible = false;
    }

    // The view goes on while the band is held beyond its edge.
    Timer {
        running: band.visible && (mouse.pointerY < 0 || mouse.pointerY > mouse.view.height)
        repeat: true
        interval: 16
        onTriggered: {
            const most = Math.max(0, mouse.view.contentHeight - mouse.view.height);
            const by = mouse.pointerY < 0 ? mouse.pointerY : mouse.pointerY - mouse.view.height;
            mouse.view.contentY = Math.max(0, Math.min(most, mouse.view.contentY + by / 4));
            mouse.stretch(band.x + (band.x < mouse.start.x ? 0 : band.width), mouse.view.contentY + mouse.pointerY);
        }
    }

    Rectangle {
        id: band

        visible: false
        color: Qt.alpha(Theme.accent, 0.15)
        border.width: 1
        border.color: Theme.accent
    }
}
