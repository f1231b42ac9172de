// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Tests
import Kinframe.Theme
import Kinframe.Ui

/// A grid of many photos with its panel and its messages, to be looked at and to be scrolled.
Window {
    id: window

    width: 1200
    height: 800
    visible: true
    title: qsTr("Grid")
    color: Theme.background

    MadePhotos {
        id: photos

        perDay: 31
        amount: 100000
    }

    Selection {
        id: chosen

        model: photos
        Component.onCompleted: setRows([1, 2, 12], true)
    }

    PageHeader {
        id: header

        width: parent.width
        title: qsTr("Images")
        note: Number(photos.count).toLocaleString(Qt.locale(), "f", 0)

        SearchField {
        }

        actions: IconButton {
            text: qsTr("Details")
            icon.name: "panel"
            keys: "I"
            checked: details.open
            onClicked: details.toggle()
        }
    }

    PictureGrid {
        id: grid

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: details.left
        focus: true
        name: qsTr("Photos")
        model: photos
        selection: chosen
        onContextMenuRequested: (row, x, y) => menu.popup(grid, x, y)
        Component.onCompleted: {
            current = 5;
            toasts.show("318 photos are being imported.", "info");
            toasts.show("One photo could not be read.", "bad");
        }

        delegate: GridCell {
            id: photo

            required property string assetId
            required property string name

            Accessible.name: name

            Picture {
                anchors.fill: parent
                source: "image://library/thumb/" + photo.assetId
            }
        }
    }

    SidePanel {
        id: details

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: implicitWidth
        title: qsTr("Details")
        open: true

        EmptyState {
            anchors.fill: parent
            icon: "info"
            text: qsTr("Select a photo to see what is known about it.")
        }
    }

    ToastStack {
        id: toasts

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space4
        anchors.horizontalCenter: grid.horizontalCenter
        width: grid.width - 2 * Theme.space4
    }

    Menu {
        id: menu

        MenuItem {
            text: qsTr("Open")
            icon.name: "image"
            keys: "Return"
        }

        MenuItem {
            text: qsTr("Add to favourites")
            icon.name: "heart"
            keys: "L"
        }

        MenuSeparator {
        }

        MenuItem {
            text: qsTr("Move to trash")
            icon.name: "trash"
            keys: "Del"
            isDanger: true
        }
    }

    Dialog {
        id: question

        title: qsTr("Delete 3 photos for ever?")
        acceptText: qsTr("Delete for ever")
        isDanger: true

        Label {
            width: parent.width
            text: qsTr("They take 12.4 MB. This cannot be undone.")
            wrapMode: Text.Wrap
        }
    }

    Timer {
        interval: 300
        running: String(Application.arguments).includes("menu")
        onTriggered: menu.popup(grid, 200, 200)
    }

    Timer {
        interval: 300
        running: String(Application.arguments).includes("dialog")
        onTriggered: question.open()
    }
}
