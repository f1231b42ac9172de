// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// A sign in a CellBadge.
Icon {
    anchors.verticalCenter: parent?.verticalCenter
    color: Theme.textOnStage
    size: Theme.textSmall
}
