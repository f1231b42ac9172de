// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One thing that is known of a photo, with what goes with it in a smaller line; nothing where it is not known.
Item {
    id: fact

    property string icon: ""
    property string label: ""
    property string text: ""
    property string more: ""

    visible: text !== ""
    implicitHeight: visible ? words.height : 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(label).arg(more === "" ? text : text + ", " + more)

    Icon {
        id: sign

        y: Math.max(0, (first.implicitHeight - height) / 2)
        name: fact.icon
        color: Theme.textSoft
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.space3
        anchors.right: parent.right

        Label {
            id: first

            width: parent.width
            text: fact.text
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: fact.more
            kind: "small"
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
