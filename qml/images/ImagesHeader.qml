// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Albums
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Images

/// The line above the photos: how many, which of them, how large.
PageHeader {
    id: header

    required property TimelineModel model
    property alias cell: size.value
    property bool showsDetails: false
    property bool showsFilter: false
    property bool isJustified: false
    /// The keyboard is in the choice of what to see.
    readonly property alias isFiltering: filter.visualFocus

    signal filterChosen(int filter)
    signal detailsToggled
    signal filterToggled
    signal orderChosen(string order)
    signal layoutToggled
    signal albumsWanted

    title: qsTr("Images")
    note: header.model.count > 0 && header.width > 400 * Theme.scale ? Number(header.model.count).toLocaleString(Qt.locale(), "f", 0) : ""
    middle: [
        ViewSwitch {
            isAlbums: false
            onSwitched: header.albumsWanted()
        },
        Segmented {
            id: filter

            width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
            options: [qsTr("All"), qsTr("Favourites"), qsTr("Videos"), qsTr("Archive"), qsTr("Trash")]
            currentIndex: header.model.filter
            Accessible.name: qsTr("Which photos")
            onActivated: index => header.filterChosen(index)
        },
        Item {
            Layout.fillWidth: true
        }
    ]
    actions: [
        Slider {
            id: size

            Layout.preferredWidth: 120
            visible: header.width > 900 * Theme.scale
            from: 80
            to: 480
            label: qsTr("Size of the photos")
            valueText: qsTr("%1 px").arg(Math.round(value))
        },
        IconButton {
            visible: header.width > 600 * Theme.scale
            text: header.isJustified ? qsTr("Show the photos as squares") : qsTr("Show the photos in their shapes")
            keys: "J"
            icon.name: header.isJustified ? "grid" : "justified"
            onClicked: header.layoutToggled()
        },
        IconButton {
            text: qsTr("Filter")
            keys: "Ctrl+F"
            icon.name: "filter"
            checkable: true
            checked: header.showsFilter
            onClicked: header.filterToggled()
        },
        IconButton {
            id: sorter

            text: qsTr("Order")
            icon.name: "sort"
            onClicked: sorting.popup(sorter, 0, sorter.height)

            SortMenu {
                id: sorting

                order: header.model.order
                onChosen: order => header.orderChosen(order)
            }
        },
        IconButton {
            text: qsTr("Add photos")
            icon.name: "plus"
            onClicked: Navigator.addPhotos()
        },
        IconButton {
            text: qsTr("Details")
            keys: "I"
            icon.name: "info"
            checkable: true
            checked: header.showsDetails
            onClicked: header.detailsToggled()
        }
    ]
}
