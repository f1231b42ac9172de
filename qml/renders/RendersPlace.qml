// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Kinframe.Shell

/// What is rendered, was and will be.
Place {
    name: "renders"
    title: qsTr("Renders")
    icon: "renders"
    page: Qt.resolvedUrl("RendersPage.qml")
}
