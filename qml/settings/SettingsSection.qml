// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One section of the settings: its groups below each other, as wide as lines can be read.
ScrollArea {
    id: section

    default property alias groups: column.data
    /// What the section is for, above its groups.
    property string lead: ""

    Column {
        id: column

        x: Theme.space4
        width: Math.min(section.width - 2 * Theme.space4, 720 * Theme.scale)
        topPadding: Theme.space1
        bottomPadding: Theme.space6
        spacing: Theme.space4

        Label {
            width: parent.width
            visible: text !== ""
            text: section.lead
            kind: "soft"
            wrapMode: Text.Wrap
        }
    }
}
