// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// A whole number with what it is of above it.
Column {
    id: field

    property string label: ""
    property alias from: box.from
    property alias to: box.to
    property alias value: box.value

    spacing: Theme.space1

    Label {
        text: field.label
        kind: "small"
        Accessible.ignored: true
    }

    SpinBox {
        id: box

        label: field.label
    }
}
