// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One thing that was done, and how to take it back.
Item {
    id: row

    required property int index
    required property string sentence
    required property string when
    required property bool isUndone
    required property bool showsFocus
    /// The day, above the first row of it; else empty.
    property string heading: ""

    signal toggled

    readonly property real dayHeight: row.heading === "" ? 0 : day.implicitHeight

    implicitHeight: row.dayHeight + content.implicitHeight + 2 * Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: row.isUndone ? qsTr("%1 Undone.").arg(row.sentence) : row.sentence
    Accessible.description: row.when
    Accessible.focusable: true
    Accessible.focused: showsFocus

    Label {
        id: day

        width: parent.width
        visible: row.heading !== ""
        leftPadding: Theme.space4
        topPadding: Theme.space3
        bottomPadding: Theme.space1
        text: row.heading
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }

    RowLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        y: row.dayHeight + Theme.space2
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space3
        spacing: Theme.space2

        Column {
            Layout.fillWidth: true

            Label {
                width: parent.width
                text: row.sentence
                wrapMode: Text.Wrap
                maximumLineCount: 4
                color: row.isUndone ? Theme.textSoft : Theme.text
                font.strikeout: row.isUndone
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                text: row.isUndone ? qsTr("%1 · undone").arg(row.when) : row.when
                kind: "small"
                Accessible.ignored: true
            }
        }

        IconButton {
            text: row.isUndone ? qsTr("Do it again") : qsTr("Undo")
            icon.name: row.isUndone ? "redo" : "undo"
            Accessible.name: text + ": " + row.sentence
            onClicked: row.toggled()
        }
    }

    Item {
        anchors.fill: parent
        anchors.topMargin: row.dayHeight

        FocusRing {
            shown: row.showsFocus
            distance: -2
        }
    }
}
