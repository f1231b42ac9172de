// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
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
    Component.onCompleted: state.show()

    WindowState {
        id: state

        window: window
    }

    Connections {
        target: window.library

        function onRaiseRequested() {
            state.raise();
        }
    }

    StartingPage {
        anchors.fill: parent
        library: window.library
        visible: !content.active
    }

    Loader {
        id: content

        anchors.fill: parent
        active: window.library.status === LibraryState.Ready
        focus: true

        sourceComponent: Workspace {
            library: window.library
            placeFiles: window.placeFiles
            viewerFile: window.viewerFile
            isWindowActive: window.active
            onShowWanted: state.raise()
        }
    }

    Binding {
        target: window
        property: "staysInTray"
        value: content.item?.hasTray ?? false
    }
}
