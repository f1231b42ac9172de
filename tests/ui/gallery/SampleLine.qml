// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Controls beside each other.
Flow {
    width: parent?.width ?? 0
    spacing: Theme.space3
}
