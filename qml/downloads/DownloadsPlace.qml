// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Kinframe.Shell
import Kinframe.Ui.Downloads

/// What comes from other servers to this computer.
Place {
    id: place

    readonly property DownloadOverview overview: DownloadOverview {
    }

    name: "downloads"
    title: qsTr("Downloads")
    icon: "downloads"
    page: Qt.resolvedUrl("DownloadsPage.qml")
    badge: place.overview.unfinished
}
