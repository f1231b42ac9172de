// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Theme

/// The line above a page: its title, its search and filter in the middle, what can be done at the end. In a narrow
/// window the middle has a line of its own.
T.Control {
    id: header

    property string title: ""
    /// Beside the title: "12,402".
    property string note: ""
    property bool canGoBack: false
    default property alias middle: middleRow.data
    property alias actions: actionRow.data
    readonly property bool isNarrow: width < 600 * Theme.scale

    signal back

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    horizontalPadding: Theme.space4
    verticalPadding: Theme.space3

    contentItem: GridLayout {
        columnSpacing: Theme.space3
        rowSpacing: Theme.space2

        RowLayout {
            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: header.isNarrow
            spacing: Theme.space2

            IconButton {
                visible: header.canGoBack
                text: qsTr("Back")
                keys: "Alt+Left"
                icon.name: "arrow-left"
                onClicked: header.back()
            }

            Label {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                Layout.minimumHeight: Theme.target
                text: header.title
                kind: "title"
                Accessible.role: Accessible.Heading
            }

            Label {
                visible: text !== ""
                text: header.note
                kind: "soft"
            }
        }

        Flow {
            id: middleRow

            Layout.row: header.isNarrow ? 1 : 0
            Layout.column: header.isNarrow ? 0 : 1
            Layout.columnSpan: header.isNarrow ? 2 : 1
            Layout.fillWidth: true
            visible: children.length > 0 || !header.isNarrow
            spacing: Theme.space2
        }

        RowLayout {
            id: actionRow

            Layout.row: 0
            Layout.column: header.isNarrow ? 1 : 2
            Layout.fillWidth: false
            Layout.alignment: Qt.AlignRight
            spacing: Theme.space1
        }
    }
}
