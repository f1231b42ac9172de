// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Words or a number in a CellBadge. The name of the photo says the same.
Label {
    kind: "small"
    color: Theme.textOnStage
    Accessible.ignored: true
}
