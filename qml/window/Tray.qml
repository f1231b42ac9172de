// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import Qt.labs.platform

/// Kinframe in the desktop's tray.
SystemTrayIcon {
    id: tray

    property string hint: ""

    signal showWanted
    signal quitWanted

    visible: true
    tooltip: qsTr("Kinframe: %1").arg(tray.hint)
    icon.source: "qrc:/kinframe/org.kinframe.Kinframe.svg"
    onActivated: reason => {
        if (reason !== SystemTrayIcon.Context)
            tray.showWanted();
    }
    onMessageClicked: tray.showWanted()

    menu: Menu {
        MenuItem {
            text: qsTr("Show Kinframe")
            onTriggered: tray.showWanted()
        }

        MenuItem {
            text: qsTr("Close Kinframe")
            onTriggered: tray.quitWanted()
        }
    }
}
