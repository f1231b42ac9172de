// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme
import Kinframe.Ui

/// A long grid under headings, of which only what is on screen exists. Its `delegate` is a GridCell.
FocusScope {
    id: grid

    property alias model: rows.source
    property alias selection: rows.selection
    /// Least width of a cell, or height of a line where it is justified.
    property alias cell: rows.cell
    /// Each picture has its shape, and the lines fill the width.
    property alias isJustified: rows.isJustified
    /// Height below the square of a cell.
    property alias caption: rows.caption
    property alias gap: rows.gap
    property alias headerHeight: rows.header
    property alias current: rows.current
    property alias contentY: view.contentY
    readonly property alias columns: rows.columns
    readonly property alias total: rows.total
    readonly property alias moving: view.moving
    readonly property alias scrubber: bar
    property Component delegate
    /// Free at both sides of the cells.
    property real margin: Theme.space4
    property string name: ""

    signal opened(int row)
    /// The menu is wanted at that place of the grid; row -1: for the grid itself.
    signal contextMenuRequested(int row, real x, real y)
    /// What is selected is dragged to another program.
    signal draggedOut

    /// Where the cell of the row is, in the grid; it may be out of sight.
    function rectOf(row: int): rect {
        const rect = rows.rectOf(row);
        return Qt.rect(rect.x + grid.margin, rect.y - view.contentY, rect.width, rect.height);
    }

    // Always to whole pixels: a Flickable that stands between two goes to the next by itself when its content grows, and
    // takes back what was just scrolled.

    /// Scrolls as little as it takes to see the row.
    function reveal(row: int) {
        const rect = rows.rectOf(row);
        const top = rect.y - rows.header;
        if (top < view.contentY)
            view.contentY = Math.max(0, Math.round(top));
        else if (rect.y + rect.height > view.contentY + view.height)
            view.contentY = Math.round(rect.y + rect.height - view.height);
    }

    /// Makes the row current, in the middle of the view if it is not in view.
    function positionAt(row: int) {
        const rect = rows.rectOf(row);
        rows.current = row;
        if (rect.y < view.contentY + rows.header || rect.y + rect.height > view.contentY + view.height)
            view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, Math.round(rect.y - (view.height - rect.height) / 2)));
    }

    /// To the first photo so many months further down (negative: up).
    function goByMonths(months: int) {
        const row = bar.dates.stepped(view.contentY, months);
        if (row < 0)
            return;
        keys.goTo(row, Qt.NoModifier);
        view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, Math.round(rows.rectOf(row).y - rows.header)));
        bar.tell();
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: name
    Keys.onPressed: event => {
        surface.showsFocus = true;
        keys.press(event);
    }
    onActiveFocusChanged: surface.showsFocus = activeFocus && !mouse.pressed

    GridKeys {
        id: keys

        grid: rows
        isMirrored: grid.LayoutMirroring.enabled
        onMoved: grid.reveal(rows.current)
        onOpened: row => grid.opened(row)
        onMenuRequested: row => {
            const rect = rows.rectOf(row);
            grid.contextMenuRequested(row, rect.x + rect.width / 2 + grid.margin, rect.y + rect.height / 2 - view.contentY);
        }
    }

    GridWindow {
        id: rows

        width: surface.width
        cell: Math.round(160 * Theme.scale)
        gap: Theme.gridGap
        header: Math.round(40 * Theme.scale)
        top: view.contentY
        // Without the free space at the end, which it does not know of.
        viewHeight: view.height - Theme.space5
        isScrubbing: bar.pressed
        onMoveTo: top => view.contentY = top
    }

    Flickable {
        id: view

        anchors.fill: parent
        clip: true
        contentWidth: width
        contentHeight: rows.contentHeight + Theme.space5
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: GridScrubber {
            id: bar

            grid: rows
        }

        WheelScroll {
            view: view
            step: Math.max(100, rows.cell * 0.75)
        }

        GridMouse {
            id: mouse

            x: grid.margin
            width: surface.width
            height: Math.max(view.height, view.contentHeight)
            grid: rows
            view: view
            surface: surface
            onBegan: {
                grid.forceActiveFocus(Qt.MouseFocusReason);
                surface.showsFocus = false;
            }
            onOpened: row => grid.opened(row)
            onDraggedOut: grid.draggedOut()
            onMenuRequested: (row, place) => grid.contextMenuRequested(row, place.x + grid.margin, place.y - view.contentY)
        }

        // Beside what is scrolled: twenty million pixels down, drawing would place it only roughly.
        GridSurface {
            id: surface

            parent: view
            x: grid.margin
            y: rows.origin - view.contentY
            width: view.width - 2 * grid.margin
            isSelecting: rows.selection !== null && !rows.selection.isEmpty

            Repeater {
                model: rows
                delegate: grid.delegate
            }

            Repeater {
                model: rows.headers

                GridHeading {
                    width: surface.width
                    height: rows.header
                    grid: rows
                    viewTop: view.contentY
                }
            }
        }
    }
}
