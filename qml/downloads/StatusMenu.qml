// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Downloads

/// Downloads of which status are shown, with how many there are of each.
Menu {
    id: menu

    required property DownloadOverview overview
    property int only: -1
    readonly property var names: {
        const names = {};
        for (const one of menu.overview.counts)
            names[one.status] = qsTr("%1 (%2)").arg(one.text).arg(Number(one.count).toLocaleString(Qt.locale(), "f", 0));
        return names;
    }
    readonly property string current: menu.only < 0 ? qsTr("All") : menu.names[menu.only] ?? qsTr("None")

    signal chosen(int status)

    StatusItem {
        status: -1
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 1
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 0
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 2
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 3
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 6
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 5
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 4
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }

    StatusItem {
        status: 7
        names: menu.names
        only: menu.only
        onChosen: status => menu.chosen(status)
    }
}
