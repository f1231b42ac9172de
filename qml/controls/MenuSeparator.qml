// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

T.MenuSeparator {
    implicitWidth: 0
    implicitHeight: visible ? 2 * Theme.space1 + 1 : 0
    verticalPadding: Theme.space1

    contentItem: Divider {
    }
}
