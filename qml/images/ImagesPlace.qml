// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Kinframe.Shell

/// All photos and videos, by the day they were taken, and the albums they are in.
Place {
    name: "images"
    title: qsTr("Images")
    icon: "images"
    page: Qt.resolvedUrl("ImagesViews.qml")
}
