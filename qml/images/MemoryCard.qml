// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme

/// What was taken on this day of one former year.
T.AbstractButton {
    id: card

    required property int index
    required property string title
    required property int year
    required property string picture
    required property string name
    required property int photos
    required property bool isSaved
    property bool isCurrent: false

    signal savingWanted(bool isSaved)
    signal hidingWanted

    implicitWidth: Math.round(224 * Theme.scale)
    implicitHeight: Math.round(64 * Theme.scale)
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: card.isSaved ? qsTr("%1, saved").arg(card.name) : card.name

    contentItem: RowLayout {
        spacing: Theme.space2

        Picture {
            Layout.preferredWidth: card.height
            Layout.fillHeight: true
            radius: Theme.radius
            source: card.picture
            Accessible.ignored: true
        }

        Column {
            Layout.fillWidth: true

            Label {
                width: parent.width
                text: card.title
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                text: qsTr("%1 · %2").arg(card.year).arg(qsTr("%n photo(s)", "", card.photos))
                kind: "small"
                color: Theme.textSoft
                Accessible.ignored: true
            }
        }

        IconButton {
            id: more

            Layout.alignment: Qt.AlignVCenter
            focusPolicy: Qt.NoFocus
            text: qsTr("More of this memory")
            icon.name: card.isSaved ? "star-filled" : "more"
            onClicked: menu.popup(more, 0, more.height)
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised

        Wash {
            radius: parent.radius
            hovered: card.hovered
            pressed: card.down
        }

        FocusRing {
            shown: card.isCurrent
            distance: -1
        }
    }

    function openMenu() {
        menu.popup(more, 0, more.height);
    }

    Menu {
        id: menu

        MenuItem {
            text: card.isSaved ? qsTr("Do not save it any more") : qsTr("Save this memory")
            icon.name: card.isSaved ? "star" : "star-filled"
            onTriggered: card.savingWanted(!card.isSaved)
        }

        MenuItem {
            text: qsTr("Hide this memory")
            icon.name: "hide"
            onTriggered: card.hidingWanted()
        }
    }
}
