// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Kinframe.Shell

/// Other libraries, to look at and to download from.
Place {
    name: "servers"
    title: qsTr("Servers")
    icon: "servers"
    page: Qt.resolvedUrl("ServersPage.qml")
}
