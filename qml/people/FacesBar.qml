// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// What can be done with the faces that are chosen.
Raised {
    id: bar

    required property bool shown
    required property int count

    signal clearWanted
    signal splitWanted
    signal moveWanted
    signal rejectWanted
    signal dismissWanted
    signal coverWanted

    readonly property real room: (parent ? parent.width : 0) - 2 * Theme.space4

    width: Math.min(row.naturalWidth + 2 * Theme.space2, room)
    height: row.implicitHeight + 2 * Theme.space2
    visible: opacity > 0
    opacity: shown ? 1 : 0
    enabled: shown
    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.stateTime
        }
    }

    Flow {
        id: row

        readonly property real naturalWidth: {
            let sum = -spacing;
            for (let i = 0; i < children.length; ++i)
                sum += children[i].visible ? children[i].implicitWidth + spacing : 0;
            return Math.ceil(sum);
        }

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space2
        spacing: Theme.space1

        IconButton {
            text: qsTr("Choose none")
            keys: "Esc"
            icon.name: "close"
            onClicked: bar.clearWanted()
        }

        Label {
            id: words

            height: Theme.target
            rightPadding: Theme.space2
            text: qsTr("%n chosen", "", bar.count)
        }

        Button {
            text: qsTr("Not this person")
            icon.name: "close"
            onClicked: bar.rejectWanted()
        }

        Button {
            text: qsTr("Move to…")
            icon.name: "person"
            onClicked: bar.moveWanted()
        }

        Button {
            text: qsTr("Split off")
            icon.name: "split"
            onClicked: bar.splitWanted()
        }

        IconButton {
            text: qsTr("Not a face")
            keys: "Del"
            icon.name: "face-off"
            onClicked: bar.dismissWanted()
        }

        IconButton {
            visible: bar.count === 1
            text: qsTr("Use as cover")
            icon.name: "image"
            onClicked: bar.coverWanted()
        }
    }
}
