// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui
import Kinframe.Ui.Shell

/// The icon in the tray: for a person who has asked that closing the window leaves Kinframe running there.
Item {
    id: host

    required property ProgressModel tasks
    // Without naming its type: that would load what it needs from the desktop for everybody.
    readonly property bool isShown: Preferences.closeToTray && host.isThere(tray.item)
    property bool isSaying: false

    signal showWanted
    signal quitWanted

    function isThere(icon: var): bool {
        return icon !== null && icon.available;
    }

    /// Where the desktop takes messages only from an icon, it is there for as long as one can be read.
    function say(title: string, text: string) {
        host.isSaying = true;
        tray.item?.showMessage(title, text);
        silence.restart();
    }

    visible: false

    Timer {
        id: silence

        interval: 30000
        onTriggered: host.isSaying = false
    }

    TrayWatch {
        id: place
    }

    Loader {
        id: tray

        active: place.isThere && (Preferences.closeToTray || host.isSaying)
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
