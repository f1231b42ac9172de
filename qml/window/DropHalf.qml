// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One of the two places to drop files on.
Rectangle {
    id: half

    property bool isAimedAt: false
    property alias icon: state.icon
    property alias title: state.title
    property alias text: state.text

    radius: Theme.radiusLarge
    color: half.isAimedAt ? Theme.accentSoft : Theme.surface
    border.width: Theme.focusWidth
    border.color: half.isAimedAt ? Theme.accent : Theme.outline

    EmptyState {
        id: state

        anchors.fill: parent
    }
}
