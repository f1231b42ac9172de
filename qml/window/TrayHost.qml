// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui
import Kinframe.Ui.Shell

/// The icon in the tray: only for a person who has asked that closing the window leaves Kinframe running there.
Item {
    id: host

    required property ProgressModel tasks
    // Without naming its type: that would load what it needs from the desktop for everybody.
    readonly property bool isShown: host.isThere(tray.item)

    signal showWanted
    signal quitWanted

    function isThere(icon: var): bool {
        return icon !== null && icon.available;
    }

    visible: false

    Loader {
        id: tray

        active: Preferences.closeToTray
        source: active ? "Tray.qml" : ""
    }

    Binding {
        target: tray.item
        property: "hint"
        value: host.tasks.summary
        when: tray.item !== null
    }

    Connections {
        target: tray.item
        ignoreUnknownSignals: true

        function onShowWanted() {
            host.showWanted();
        }

        function onQuitWanted() {
            host.quitWanted();
        }
    }
}
