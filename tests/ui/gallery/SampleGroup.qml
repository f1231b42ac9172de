// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Controls of one kind, under a heading.
Column {
    id: group

    property string title: ""

    width: parent?.width ?? 0
    spacing: Theme.space2

    Label {
        text: group.title
        kind: "small"
    }
}
