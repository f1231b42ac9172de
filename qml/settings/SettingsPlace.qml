// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Kinframe.Shell

/// How the library and the window are set up.
Place {
    name: "settings"
    title: qsTr("Settings")
    icon: "settings"
    isFooter: true
    page: Qt.resolvedUrl("SettingsPage.qml")
}
