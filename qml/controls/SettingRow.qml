// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Theme

/// A setting: what it is and what it means, and what it is set with, which stands below in a narrow place.
T.Control {
    id: row

    property string title: ""
    property string description: ""
    default property alias control: place.data
    readonly property bool isNarrow: width < 480 * Theme.scale

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    verticalPadding: Theme.space2

    contentItem: GridLayout {
        columns: row.isNarrow ? 1 : 2
        columnSpacing: Theme.space5
        rowSpacing: Theme.space2

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: row.title
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.description
                kind: "small"
                wrapMode: Text.Wrap
            }
        }

        RowLayout {
            id: place

            Layout.fillWidth: false
            Layout.alignment: row.isNarrow ? Qt.AlignLeft : Qt.AlignRight | Qt.AlignVCenter
            Layout.maximumWidth: row.isNarrow ? row.availableWidth : row.availableWidth * 0.6
            spacing: Theme.space2
        }
    }
}
