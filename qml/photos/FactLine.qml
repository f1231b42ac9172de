// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// One property with its name above; long texts are folded until all of one is wanted.
Item {
    id: line

    property string label: ""
    property string text: ""
    property bool isVarious: false
    property bool isOpen: false
    readonly property bool isFolded: words.truncated || isOpen
    default property alias tools: tools.data

    implicitHeight: column.height

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: tools.left
        anchors.rightMargin: Theme.space1

        Label {
            width: parent.width
            text: line.label
            kind: "small"
            Accessible.ignored: true
        }

        Label {
            id: words

            width: parent.width
            text: line.isVarious ? qsTr("Various") : line.text
            color: line.isVarious ? Theme.textSoft : Theme.text
            wrapMode: Text.Wrap
            maximumLineCount: line.isOpen ? 10000 : 4
            elide: Text.ElideRight
            Accessible.name: qsTr("%1: %2").arg(line.label).arg(text)
        }

        Button {
            visible: line.isFolded
            kind: "quiet"
            leftPadding: 0
            text: line.isOpen ? qsTr("Show less") : qsTr("Show all")
            Accessible.name: qsTr("%1: %2").arg(line.label).arg(text)
            onClicked: line.isOpen = !line.isOpen
        }
    }

    Row {
        id: tools

        anchors.right: parent.right

        IconButton {
            visible: !line.isVarious
            text: qsTr("Copy %1").arg(line.label)
            icon.name: "copy"
            iconSize: Theme.textLarge
            ink: Theme.textSoft
            onClicked: ExportActs.copyText(line.text)
        }
    }
}
