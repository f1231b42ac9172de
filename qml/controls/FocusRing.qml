// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Around what has the keyboard's focus: set `shown` to the control's visualFocus.
Rectangle {
    property bool shown: false
    /// How far outside its parent; negative: inside, where the parent's surroundings clip.
    property real distance: Theme.focusWidth + 1

    anchors.fill: parent
    anchors.margins: -distance
    visible: shown
    color: "transparent"
    radius: Theme.radius + distance
    border.width: Theme.focusWidth
    border.color: Theme.accent
}
