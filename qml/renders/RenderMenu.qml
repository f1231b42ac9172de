// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Renders

/// What can be done with a render.
Menu {
    id: menu

    property int task: 0
    property bool canOpen: true
    property bool canPause: false
    property bool canResume: false
    property bool canCancel: false
    property bool canRetry: false
    property bool canCleanUp: false
    property bool canSaveVideo: false

    signal openWanted
    signal cancelWanted
    signal cleanUpWanted
    signal videoWanted

    MenuItem {
        text: qsTr("Open")
        keys: "Return"
        icon.name: "grid"
        visible: menu.canOpen
        onTriggered: menu.openWanted()
    }

    MenuItem {
        text: qsTr("Pause")
        keys: "Space"
        icon.name: "pause"
        visible: !menu.canResume
        enabled: menu.canPause
        onTriggered: RenderActs.pause(menu.task)
    }

    MenuItem {
        text: qsTr("Go on")
        keys: "Space"
        icon.name: "play"
        visible: menu.canResume
        onTriggered: RenderActs.resume(menu.task)
    }

    MenuItem {
        text: qsTr("Render what failed again")
        keys: "R"
        icon.name: "refresh"
        enabled: menu.canRetry
        onTriggered: RenderActs.retryFailed(menu.task)
    }

    MenuItem {
        text: qsTr("Save as video…")
        keys: "Ctrl+E"
        icon.name: "video"
        enabled: menu.canSaveVideo
        onTriggered: menu.videoWanted()
    }

    MenuSeparator {
    }

    MenuItem {
        text: qsTr("Cancel…")
        keys: "Del"
        icon.name: "stop"
        isDanger: true
        enabled: menu.canCancel
        onTriggered: menu.cancelWanted()
    }

    MenuItem {
        text: qsTr("Remove its work files…")
        icon.name: "trash"
        isDanger: true
        enabled: menu.canCleanUp
        onTriggered: menu.cleanUpWanted()
    }
}
