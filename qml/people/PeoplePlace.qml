// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Kinframe.Shell

/// Everybody who is in the photos.
Place {
    name: "people"
    title: qsTr("People")
    icon: "people"
    page: Qt.resolvedUrl("PeoplePage.qml")
}
