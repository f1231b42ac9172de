// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// A hairline between things.
Rectangle {
    property bool isVertical: false

    implicitWidth: 1
    implicitHeight: 1
    color: Theme.outline
    Accessible.role: Accessible.Separator
}
