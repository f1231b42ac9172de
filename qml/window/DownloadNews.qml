// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.Downloads

/// What the desktop notices of downloads, whichever page is shown.
Item {
    id: news

    signal showWanted
    /// To be said by the tray's icon.
    signal messageWanted(string title, string text)

    DownloadNotices {
        onShowWanted: {
            Navigator.go("downloads");
            news.showWanted();
        }
        onTrayMessage: (title, text) => news.messageWanted(title, text)
        onTroubled: text => {
            if (Navigator.place !== "downloads")
                Notices.warn(text);
        }
    }
}
