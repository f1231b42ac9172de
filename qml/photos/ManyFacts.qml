// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// What all photos that are selected have in common, above what can be changed of all of them.
Column {
    id: many

    required property FactSheet sheet

    spacing: Theme.space4

    Label {
        width: parent.width
        text: many.sheet.isTooMany ? qsTr("%n photo(s)", "", many.sheet.count) : qsTr("%1 · %2").arg(qsTr("%n photo(s)", "", many.sheet.count)).arg(many.sheet.sizeText)
        kind: "title"
        font.pixelSize: Theme.textLarge
        wrapMode: Text.Wrap
    }

    Label {
        width: parent.width
        visible: many.sheet.isTooMany
        text: qsTr("These are too many photos to show what they have in common. What you change here is changed for all of them.")
        kind: "soft"
        wrapMode: Text.Wrap
    }

    Column {
        width: parent.width

        Row {
            spacing: Theme.space2

            Stars {
                value: Math.max(0, many.sheet.rating)
                onChosen: value => ImageActs.rate(many.sheet.what, value)
            }

            IconButton {
                text: qsTr("Favourite")
                keys: "L"
                icon.name: "heart"
                onClicked: ImageActs.toggleFavourite(many.sheet.what)
            }
        }

        Label {
            visible: many.sheet.rating < 0
            text: qsTr("They are rated differently.")
            kind: "small"
        }
    }

    FactList {
        width: parent.width
        title: qsTr("In common")
        model: many.sheet.file
    }
}
