// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Servers

/// The albums or the people of another library.
FocusScope {
    id: view

    required property string server
    property bool arePeople: false

    signal opened(string group, string name)

    RemoteGroups {
        id: groups

        server: view.server
        arePeople: view.arePeople
        isWanted: view.visible
    }

    GridView {
        id: grid

        readonly property int columns: Math.max(2, Math.floor(width / (168 * Math.sqrt(Theme.scale))))

        anchors.fill: parent
        anchors.leftMargin: Theme.space4
        clip: true
        focus: true
        visible: count > 0
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor(width / columns)
        // Room for the ring of focus.
        topMargin: Theme.space1
        cellHeight: cellWidth + Math.round(56 * Theme.scale)
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        model: groups
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: view.arePeople ? qsTr("People") : qsTr("Albums")
        Keys.onReturnPressed: (currentItem as GroupCell)?.use()
        Keys.onEnterPressed: (currentItem as GroupCell)?.use()
        Keys.onPressed: event => event.accepted = keys.press(event)

        ViewKeys {
            id: keys

            view: grid
            columns: grid.columns
        }

        WheelScroll {
            view: grid
        }

        delegate: GroupCell {
            id: cell

            width: grid.cellWidth - Theme.space3
            height: grid.cellHeight - Theme.space2
            isRound: view.arePeople
            showsFocus: grid.activeFocus && GridView.isCurrentItem
            onUsed: {
                grid.currentIndex = cell.index;
                view.opened(cell.groupId, cell.name);
            }
        }
    }

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space3
        visible: groups.status === RemoteGroups.Loading && grid.count === 0
        clip: true

        Repeater {
            model: parent.visible ? 12 : 0

            Skeleton {
                width: Math.round(150 * Theme.scale)
                height: width
            }
        }
    }

    EmptyState {
        anchors.fill: parent
        visible: groups.status === RemoteGroups.Ready && grid.count === 0
        icon: view.arePeople ? "people" : "album"
        text: view.arePeople ? qsTr("This server knows nobody by their face.") : qsTr("This server has no album.")
    }

    FailedState {
        anchors.fill: parent
        visible: groups.status === RemoteGroups.Failed && grid.count === 0
        text: groups.errorText
        onRetry: groups.reload()
    }
}
