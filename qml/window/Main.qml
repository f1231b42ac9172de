// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme
import Kinframe.Ui.Shell

/// The window. It is there at once; what it shows comes when the library is open.
Window {
    id: window

    required property LibraryState library
    /// The files of the places, in the order of the rail.
    required property list<url> placeFiles
    /// The file that shows photos one at a time.
    property url viewerFile

    /// Whether closing the window leaves the program in the tray.
    property bool staysInTray: false

    width: 1280
    height: 800
    minimumWidth: 480
    minimumHeight: 400
    title: qsTr("Kinframe")
    color: Theme.background

    onClosing: event => {
        event.accepted = !window.staysInTray;
        if (window.staysInTray)
            window.hide();
        else
            window.library.quit();
    }
    Component.onCompleted: place.show()

    WindowState {
        id: place

        window: window
    }

    Connections {
        target: window.library

        function onRaiseRequested() {
            place.raise();
        }
    }

    StartingPage {
        anchors.fill: parent
        library: window.library
        visible: workspace.count === 0
    }

    // Made when the library is open, and gone before it closes.
    Repeater {
        id: workspace

        model: window.library.status === LibraryState.Ready ? 1 : 0

        Workspace {
            anchors.fill: parent
            library: window.library
            placeFiles: window.placeFiles
            viewerFile: window.viewerFile
            isWindowActive: window.active
            focus: true
            onShowWanted: place.raise()
            onHasTrayChanged: window.staysInTray = hasTray
        }
    }
}
