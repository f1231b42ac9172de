// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What can be done with the downloads that are selected, or with the current one.
Menu {
    id: menu

    /// A DownloadsView.
    required property var downloads
    property bool canShow: false
    property bool canPause: false
    property bool canResume: false
    property bool canRetry: false
    property bool canCancel: false
    property bool canRemove: false
    /// What mends the trouble of the current one, but for trying it again.
    property string remedyText: ""

    signal factsWanted
    signal mendWanted

    function has(what: string): bool {
        return menu.downloads.tasksMeant(what).length > 0;
    }

    onAboutToShow: {
        menu.remedyText = menu.downloads.remedyText();
        menu.canShow = menu.has("canShow");
        menu.canPause = menu.has("canPause");
        menu.canResume = menu.has("canResume");
        menu.canRetry = menu.has("canRetry");
        menu.canCancel = menu.has("canCancel");
        menu.canRemove = menu.has("canRemove");
    }

    MenuItem {
        text: menu.remedyText
        icon.name: "key"
        visible: text !== ""
        onTriggered: menu.mendWanted()
    }

    MenuItem {
        text: qsTr("Open")
        keys: "Return"
        icon.name: "external"
        visible: menu.canShow
        onTriggered: menu.downloads.open()
    }

    MenuItem {
        text: qsTr("Show in folder")
        keys: "O"
        icon.name: "folder"
        visible: menu.canShow
        onTriggered: menu.downloads.showInFolder()
    }

    MenuItem {
        text: menu.canPause ? qsTr("Pause") : qsTr("Resume")
        keys: "Space"
        icon.name: menu.canPause ? "pause" : "play"
        visible: menu.canPause || menu.canResume
        onTriggered: menu.downloads.pauseOrResume()
    }

    MenuItem {
        text: qsTr("Try again")
        keys: "R"
        icon.name: "refresh"
        visible: menu.canRetry
        onTriggered: menu.downloads.retry()
    }

    MenuItem {
        text: qsTr("Details")
        keys: "I"
        icon.name: "panel"
        onTriggered: menu.factsWanted()
    }

    MenuSeparator {
    }

    MenuItem {
        text: menu.canCancel ? qsTr("Cancel") : qsTr("Remove from the list…")
        keys: "Del"
        icon.name: menu.canCancel ? "stop" : "close"
        isDanger: menu.canCancel
        enabled: menu.canCancel || menu.canRemove
        onTriggered: menu.downloads.cancelOrRemove()
    }
}
