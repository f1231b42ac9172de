// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme

/// A rating of up to five stars. Choosing the star that is set takes the rating away.
T.Control {
    id: stars

    property int value: 0

    signal chosen(int value)

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("Rating")
    Accessible.description: qsTr("%n star(s)", "", value)
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Left || event.key === Qt.Key_Right
    Keys.onLeftPressed: stars.chosen(Math.max(0, stars.value - 1))
    Keys.onRightPressed: stars.chosen(Math.min(5, stars.value + 1))

    background: Item {
        FocusRing {
            shown: stars.visualFocus
        }
    }

    contentItem: Row {
        id: row

        Repeater {
            model: 5

            IconButton {
                required property int index

                focusPolicy: Qt.NoFocus
                text: qsTr("%n star(s)", "", index + 1)
                keys: String(index + 1)
                icon.name: index < stars.value ? "star-filled" : "star"
                ink: index < stars.value ? Theme.warn : Theme.textSoft
                onClicked: stars.chosen(stars.value === index + 1 ? 0 : index + 1)
                Accessible.ignored: true
            }
        }
    }
}
