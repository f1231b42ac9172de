// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Settings that belong together, under a heading.
Column {
    id: group

    property string title: ""
    default property alias rows: rowColumn.data

    spacing: Theme.space2

    Label {
        width: parent.width
        visible: text !== ""
        text: group.title
        kind: "large"
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    Card {
        width: parent.width

        contentItem: Column {
            id: rowColumn

            spacing: Theme.space2
        }
    }
}
