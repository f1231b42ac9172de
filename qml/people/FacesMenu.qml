// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What can be done with the faces that are chosen, where the mouse is.
Menu {
    id: menu

    required property int amount

    signal photoWanted
    signal splitWanted
    signal moveWanted
    signal rejectWanted
    signal dismissWanted
    signal coverWanted

    MenuItem {
        visible: menu.amount === 1
        text: qsTr("Open the photo")
        keys: "Enter"
        icon.name: "image"
        onTriggered: menu.photoWanted()
    }

    MenuItem {
        visible: menu.amount === 1
        text: qsTr("Use as cover")
        icon.name: "person"
        onTriggered: menu.coverWanted()
    }

    MenuItem {
        text: qsTr("Not this person")
        keys: "N"
        icon.name: "close"
        onTriggered: menu.rejectWanted()
    }

    MenuItem {
        text: qsTr("Move to somebody…")
        keys: "M"
        icon.name: "people"
        onTriggered: menu.moveWanted()
    }

    MenuItem {
        text: qsTr("Make a person of their own")
        icon.name: "split"
        onTriggered: menu.splitWanted()
    }

    MenuItem {
        text: qsTr("Not a face")
        keys: "Del"
        icon.name: "face-off"
        onTriggered: menu.dismissWanted()
    }
}
