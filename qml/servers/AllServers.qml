// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Servers

/// All other libraries, by name.
FocusScope {
    id: view

    required property bool isOn
    required property ServerList servers

    signal opened(string name)
    signal addWanted
    signal signInWanted(string name)
    signal renameWanted(string name)

    function current(): string {
        return view.servers.nameAt(list.currentIndex);
    }

    function isSyncing(facts: var): bool {
        return facts.isSyncing === true;
    }

    function showMenu(row: int, x: real, y: real) {
        list.currentIndex = row;
        menu.server = view.current();
        menu.isSyncing = view.isSyncing(view.servers.factsOf(menu.server));
        menu.popup(list, x, y);
    }

    ServerCommands {
        isOn: view.isOn && list.activeFocus && list.currentIndex >= 0
        onSyncWanted: ServerActs.sync(view.current())
        onRenameWanted: view.renameWanted(view.current())
        onRemovalWanted: ServerActs.remove(view.current())
    }

    PageHeader {
        id: header

        width: parent.width
        title: qsTr("Servers")
        note: list.count > 0 ? list.count : ""
        actions: Button {
            text: header.isNarrow ? "" : qsTr("Add a server…")
            icon.name: "plus"
            Accessible.name: qsTr("Add a server…")
            onClicked: view.addWanted()
        }
    }

    Label {
        id: secrets

        x: Theme.space4
        anchors.bottom: parent.bottom
        width: parent.width - 2 * Theme.space4
        bottomPadding: Theme.space3
        topPadding: Theme.space2
        visible: text !== "" && list.count > 0
        text: view.servers.secretsText
        kind: "small"
        wrapMode: Text.Wrap
    }

    ListView {
        id: list

        anchors.top: header.bottom
        anchors.bottom: secrets.visible ? secrets.top : parent.bottom
        width: parent.width
        clip: true
        focus: true
        visible: count > 0
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        topMargin: Theme.space1
        bottomMargin: Theme.space5
        spacing: Theme.space2
        model: view.servers
        highlightMoveDuration: 0
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Servers")
        Keys.onReturnPressed: view.opened(view.current())
        Keys.onEnterPressed: view.opened(view.current())
        Keys.onPressed: event => {
            const row = currentItem as ServerRow;
            if (row && (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier))) {
                view.showMenu(currentIndex, row.width / 2, row.y - contentY + row.height / 2);
                event.accepted = true;
            } else {
                event.accepted = keys.press(event);
            }
        }

        ViewKeys {
            id: keys

            view: list
        }

        WheelScroll {
            view: list
        }

        delegate: ServerRow {
            id: row

            x: Theme.space4
            width: list.width - 2 * Theme.space4
            isCurrent: ListView.isCurrentItem
            showsFocus: list.activeFocus && ListView.isCurrentItem
            onChosen: {
                list.currentIndex = row.index;
                list.forceActiveFocus(Qt.MouseFocusReason);
            }
            onOpened: view.opened(row.name)
            onSignInWanted: view.signInWanted(row.name)
            onMenuWanted: (x, y) => view.showMenu(row.index, row.x + x, row.y - list.contentY + y)
        }
    }

    Column {
        anchors.top: header.bottom
        anchors.margins: Theme.space4
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2
        visible: list.count === 0 && view.servers.status === ServerList.Loading

        Repeater {
            model: parent.visible ? 3 : 0

            Skeleton {
                width: view.width - 2 * Theme.space4
                height: Math.round(88 * Theme.scale)
                radius: Theme.radiusLarge
            }
        }
    }

    EmptyState {
        anchors.fill: list
        visible: list.count === 0 && view.servers.status === ServerList.Ready
        icon: "servers"
        title: qsTr("No other library yet")
        text: qsTr("Add another Kinframe or an Immich server: look through its photos here, and bring those you want to this computer.")
        actionText: qsTr("Add a server…")
        onAction: view.addWanted()
    }

    FailedState {
        anchors.fill: list
        visible: list.count === 0 && view.servers.status === ServerList.Failed
        text: view.servers.errorText
        onRetry: view.servers.reload()
    }

    ServerMenu {
        id: menu

        onOpenWanted: view.opened(menu.server)
        onSignInWanted: view.signInWanted(menu.server)
        onRenameWanted: view.renameWanted(menu.server)
    }
}
