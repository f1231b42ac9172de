// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// One status in the menu of them; it is not there where no download has it.
MenuItem {
    id: item

    /// Of transfer::DownloadStatus; -1: all.
    required property int status
    /// Texts by status.
    required property var names
    required property int only

    signal chosen(int status)

    text: item.status < 0 ? qsTr("All") : item.names[item.status] ?? ""
    visible: item.status < 0 || text !== ""
    checkable: true
    checked: item.only === item.status
    onTriggered: {
        checked = Qt.binding(() => item.only === item.status);
        item.chosen(item.status);
    }
}
