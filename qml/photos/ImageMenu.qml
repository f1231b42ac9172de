// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Ui
import Kinframe.Ui.Images

/// What can be done with the photos that are selected, where the mouse is.
Menu {
    id: acts

    required property Selection selection
    property bool isTrash: false

    signal openWanted
    signal deletionWanted

    MenuItem {
        text: qsTr("Open")
        keys: "Enter"
        icon.name: "eye"
        onTriggered: acts.openWanted()
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Add to the favourites")
        keys: "L"
        icon.name: "heart"
        onTriggered: ImageActs.setFavourite(acts.selection, true)
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Take out of the favourites")
        onTriggered: ImageActs.setFavourite(acts.selection, false)
    }

    Menu {
        id: rating

        title: qsTr("Rate")
        enabled: !acts.isTrash

        Instantiator {
            model: 6
            onObjectAdded: (index, item) => rating.insertItem(index, item as MenuItem)
            onObjectRemoved: (index, item) => rating.removeItem(item as MenuItem)

            delegate: MenuItem {
                required property int index

                text: index === 0 ? qsTr("No rating") : "★".repeat(index)
                keys: String(index)
                onTriggered: ImageActs.rate(acts.selection, index)
            }
        }
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Rotate to the right")
        keys: "R"
        icon.name: "rotate-right"
        onTriggered: ImageActs.turn(acts.selection, 1)
    }

    MenuItem {
        visible: !acts.isTrash
        text: qsTr("Rotate to the left")
        keys: "Shift+R"
        icon.name: "rotate-left"
        onTriggered: ImageActs.turn(acts.selection, -1)
    }

    MenuItem {
        visible: acts.isTrash
        text: qsTr("Restore")
        icon.name: "restore"
        onTriggered: ImageActs.restore(acts.selection)
    }

    MenuSeparator {
    }

    MenuItem {
        text: acts.isTrash ? qsTr("Delete for good…") : qsTr("Move to the trash")
        keys: "Del"
        icon.name: "trash"
        isDanger: acts.isTrash
        onTriggered: {
            if (acts.isTrash)
                acts.deletionWanted();
            else
                ImageActs.moveToTrash(acts.selection);
        }
    }
}
