// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Ui
import Kinframe.Ui.Images

/// What can be done with the photos that are selected, where the mouse is.
Menu {
    id: menu

    required property Selection selection
    property bool isTrash: false

    signal openWanted
    signal deletionWanted

    MenuItem {
        text: qsTr("Open")
        keys: "Enter"
        icon.name: "eye"
        onTriggered: menu.openWanted()
    }

    MenuItem {
        visible: !menu.isTrash
        text: qsTr("Add to the favourites")
        keys: "L"
        icon.name: "heart"
        onTriggered: ImageActs.setFavourite(menu.selection, true)
    }

    MenuItem {
        visible: !menu.isTrash
        text: qsTr("Take out of the favourites")
        onTriggered: ImageActs.setFavourite(menu.selection, false)
    }

    Menu {
        id: rating

        title: qsTr("Rate")
        enabled: !menu.isTrash

        Instantiator {
            model: 6
            onObjectAdded: (index, item) => rating.insertItem(index, item as MenuItem)
            onObjectRemoved: (index, item) => rating.removeItem(item as MenuItem)

            delegate: MenuItem {
                required property int index

                text: index === 0 ? qsTr("No rating") : "★".repeat(index)
                keys: String(index)
                onTriggered: ImageActs.rate(menu.selection, index)
            }
        }
    }

    MenuItem {
        visible: !menu.isTrash
        text: qsTr("Rotate to the right")
        keys: "R"
        icon.name: "rotate-right"
        onTriggered: ImageActs.turn(menu.selection, 1)
    }

    MenuItem {
        visible: !menu.isTrash
        text: qsTr("Rotate to the left")
        keys: "Shift+R"
        icon.name: "rotate-left"
        onTriggered: ImageActs.turn(menu.selection, -1)
    }

    MenuItem {
        visible: menu.isTrash
        text: qsTr("Restore")
        icon.name: "restore"
        onTriggered: ImageActs.restore(menu.selection)
    }

    MenuSeparator {
    }

    MenuItem {
        text: menu.isTrash ? qsTr("Delete for good…") : qsTr("Move to the trash")
        keys: "Del"
        icon.name: "trash"
        isDanger: menu.isTrash
        onTriggered: {
            if (menu.isTrash)
                menu.deletionWanted();
            else
                ImageActs.moveToTrash(menu.selection);
        }
    }
}
