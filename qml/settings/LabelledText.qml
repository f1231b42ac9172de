// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Several lines with what they are of above them.
Column {
    id: field

    property string label: ""
    property alias text: area.text
    property alias placeholderText: area.placeholderText

    spacing: Theme.space1

    Label {
        width: parent.width
        text: field.label
        kind: "small"
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    TextArea {
        id: area

        width: parent.width
        Accessible.name: field.label
    }
}
