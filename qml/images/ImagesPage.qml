// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// All photos and videos by day: to look through, to select and to open.
FocusScope {
    id: page

    readonly property bool isTrash: photos.filter === TimelineModel.Trash
    readonly property bool isArchive: photos.filter === TimelineModel.Archive
    property bool showsFilter: false
    property bool isJustified: Preferences.value("images/layout", "square") === "justified"
    readonly property real leastCell: 80
    readonly property real mostCell: 480

    /// The albums are wanted in place of the photos.
    signal albumsWanted

    /// {"asset": id}: that photo by itself, and when it is closed the place where it is among the others.
    function openTarget(target: var) {
        if (target.asset === undefined)
            return;
        if (photos.filter !== TimelineModel.All)
            page.showFilter(TimelineModel.All);
        narrowing.clear();
        photos.find(target.asset);
    }

    function resize(steps: int) {
        header.cell = Math.max(page.leastCell, Math.min(page.mostCell, header.cell * Math.pow(1.15, steps)));
    }

    function toggleLayout() {
        page.isJustified = !page.isJustified;
        Preferences.setValue("images/layout", page.isJustified ? "justified" : "square");
    }

    function showFilter(filter: int) {
        choice.clear();
        photos.filter = filter;
        grid.contentY = 0;
        // Who chooses with the arrows goes on choosing.
        if (!header.isFiltering)
            grid.forceActiveFocus();
    }

    function toggleFilter() {
        page.showsFilter = !page.showsFilter;
        if (page.showsFilter) {
            bar.focusSearch();
        } else {
            narrowing.clear();
            grid.forceActiveFocus();
        }
    }

    function leaveFilter() {
        page.showsFilter = !narrowing.isEmpty;
        grid.forceActiveFocus();
    }

    FilterModel {
        id: narrowing

        order: Preferences.value("images/order", "")
        onChanged: {
            if (!narrowing.isEmpty)
                page.showsFilter = true;
        }
    }

    Connections {
        target: Preferences

        function onLanguageChanged() {
            narrowing.retell();
        }
    }

    SavedSearches {
        id: saved

        onFailed: sentence => Notices.fail(sentence)
    }

    TimelineModel {
        id: photos

        query: narrowing.query
        search: narrowing.search
        order: narrowing.order
        // What was selected may not be there any more, and nobody would see it.
        onQueryChanged: {
            choice.clear();
            grid.contentY = 0;
        }
        onFound: row => {
            if (row >= 0)
                Navigator.viewerRequested(photos, row);
            else
                Notices.warn(qsTr("This photo is not among the photos any more. It may be in the archive or in the trash."));
        }
    }

    Selection {
        id: choice

        model: photos
    }

    Connections {
        target: Navigator

        function onViewerClosed(model: QtObject, row: int) {
            if (model === photos)
                grid.positionAt(row);
        }
    }

    Connections {
        target: ImageActs

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    ImagesCommands {
        isOn: page.visible && !Navigator.isViewing
        selection: choice
        isTrash: page.isTrash
        isArchive: page.isArchive
        onDeletionWanted: deletion.ask(choice)
        onDetailsWanted: panel.toggle()
        filter: narrowing
        saved: saved
        onFilterWanted: {
            page.showsFilter = true;
            bar.focusSearch();
        }
        onClearingWanted: narrowing.clear()
        isJustified: page.isJustified
        onZoomed: steps => page.resize(steps)
        onLayoutToggled: page.toggleLayout()
        onAlbumsWanted: page.albumsWanted()
        onMonthsWanted: months => grid.goByMonths(months)
    }

    ImagesHeader {
        id: header

        // Beside the details where there is room for all of it.
        readonly property real beside: page.width - panel.width

        width: beside >= 700 * Theme.scale ? beside : page.width
        model: photos
        showsDetails: panel.open
        isJustified: page.isJustified
        cell: Preferences.value("images/cell", 160)
        onCellChanged: Preferences.setValue("images/cell", cell)
        onFilterChosen: filter => page.showFilter(filter)
        showsFilter: page.showsFilter
        onFilterToggled: page.toggleFilter()
        onOrderChosen: order => {
            narrowing.order = order;
            Preferences.setValue("images/order", order);
        }
        onDetailsToggled: panel.toggle()
        onAlbumsWanted: page.albumsWanted()
        onLayoutToggled: page.toggleLayout()
    }

    FilterBar {
        id: bar

        objectName: "filterBar"
        anchors.top: header.bottom
        anchors.left: parent.left
        anchors.right: panel.left
        height: visible ? implicitHeight : 0
        visible: page.showsFilter
        filter: narrowing
        saved: saved
        onDone: page.leaveFilter()
    }

    MemoryStrip {
        id: memories

        anchors.top: bar.bottom
        anchors.left: parent.left
        anchors.right: panel.left
        isOn: page.visible && !Navigator.isViewing
        isWanted: photos.filter === TimelineModel.All && !photos.isNarrowed && page.height > 360 * Theme.scale
        onGrew: by => grid.contentY = grid.contentY > 0 ? Math.max(0, grid.contentY + Math.round(by)) : 0
    }

    Item {
        id: room

        anchors.top: memories.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: panel.left

        PictureGrid {
            id: grid

            objectName: "photos"

            anchors.fill: parent
            focus: true
            visible: photos.count > 0
            model: photos
            selection: choice
            isJustified: page.isJustified
            cell: Math.round(Math.min(header.cell * Math.sqrt(Theme.scale), room.width / 2))
            name: qsTr("Photos")
            onOpened: row => Navigator.viewerRequested(photos, row)
            onDraggedOut: ExportActs.dragOut(choice, grid)
            onContextMenuRequested: (row, x, y) => {
                if (row >= 0)
                    menu.popup(grid, x, y);
            }

            delegate: ImageCell {
            }
        }

        // Above the grid, which would scroll.
        Item {
            anchors.fill: parent

            WheelHandler {
                acceptedModifiers: Qt.ControlModifier
                onWheel: event => page.resize(event.angleDelta.y > 0 ? 1 : -1)
            }
        }

        ImagesStates {
            objectName: "states"
            anchors.fill: parent
            model: photos
            cell: grid.cell
            onAllWanted: page.showFilter(TimelineModel.All)
            onClearingWanted: narrowing.clear()
        }

        SelectionBar {
            objectName: "selection"
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.barPlace
            selection: choice
            isTrash: page.isTrash
            isArchive: page.isArchive
            onDeletionWanted: deletion.ask(choice)
            onMenuWanted: at => menu.popup(at, 0, -menu.height)
        }
    }

    SidePanel {
        id: panel

        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        size: Math.min(Math.round(320 * Theme.scale), page.width)
        title: qsTr("Details")
        key: "details/open"

        DetailsPanel {
            anchors.fill: parent
            model: photos
            row: panel.open ? grid.current : -1
            selection: panel.open ? choice : null
        }
    }

    ImageMenu {
        id: menu

        selection: choice
        isTrash: page.isTrash
        isArchive: page.isArchive
        onOpenWanted: Navigator.viewerRequested(photos, grid.current)
        onDeletionWanted: deletion.ask(choice)
    }

    DeleteDialog {
        id: deletion
    }
}
