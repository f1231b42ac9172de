// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// An album or a person of another library.
Item {
    id: cell

    required property int index
    required property string groupId
    required property string name
    required property string countText
    required property string cover
    property bool isRound: false
    property bool showsFocus: false

    signal used

    function use() {
        cell.used();
    }

    Accessible.role: Accessible.ListItem
    Accessible.name: cell.countText === "" ? cell.name : qsTr("%1, %2").arg(cell.name).arg(cell.countText)
    Accessible.focusable: true
    Accessible.focused: cell.showsFocus
    Accessible.onPressAction: cell.used()

    Picture {
        id: picture

        width: parent.width
        height: width
        visible: cell.cover !== "" && !cell.isRound
        radius: Theme.radiusLarge
        source: cell.cover
        Accessible.ignored: true
    }

    Avatar {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: cell.isRound
        size: parent.width - 2 * Theme.space2
        y: Theme.space2
        name: cell.name
        source: cell.isRound ? cell.cover : ""
        Accessible.ignored: true
    }

    Rectangle {
        width: parent.width
        height: width
        visible: cell.cover === "" && !cell.isRound
        radius: Theme.radiusLarge
        color: Theme.raised

        Icon {
            anchors.centerIn: parent
            name: "album"
            color: Theme.textSoft
            size: 2 * Theme.textDisplay
        }
    }

    Column {
        y: parent.width + Theme.space1
        width: parent.width

        Label {
            width: parent.width
            text: cell.name
            horizontalAlignment: cell.isRound ? Text.AlignHCenter : Text.AlignLeft
            wrapMode: Text.Wrap
            maximumLineCount: cell.countText === "" ? 2 : 1
            Accessible.ignored: true
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: cell.countText
            kind: "small"
            horizontalAlignment: cell.isRound ? Text.AlignHCenter : Text.AlignLeft
            Accessible.ignored: true
        }
    }

    FocusRing {
        shown: cell.showsFocus
        radius: Theme.radiusLarge
    }

    MouseArea {
        anchors.fill: parent
        onClicked: cell.used()
    }
}
