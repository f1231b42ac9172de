// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Tests
import Kinframe.Ui

/// A grid of photos that do not exist: four columns of 31 photos a day.
Item {
    id: page

    property int amount: 0
    readonly property alias grid: grid
    readonly property alias selection: chosen
    readonly property alias model: photos

    width: 700
    height: 500

    MadePhotos {
        id: photos

        perDay: 31
        amount: page.amount
    }

    Selection {
        id: chosen

        model: photos
    }

    PictureGrid {
        id: grid

        anchors.fill: parent
        model: photos
        selection: chosen

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
}
