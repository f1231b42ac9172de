// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Desktop
import Kinframe.Ui.Shell

/// What the window holds once the library is open: the rail, the page, and what lies over them.
FocusScope {
    id: workspace

    required property LibraryState library
    required property list<url> placeFiles
    required property url viewerFile
    required property bool isWindowActive
    readonly property bool isNarrow: width < 600 * Math.min(Theme.scale, 1.5)
    readonly property bool isWide: width >= 1400 * Theme.scale
    readonly property alias hasTray: tray.isShown
    /// Of Place.
    property var places: []

    /// Somebody wants to see the window.
    signal showWanted

    function makePlaces() {
        const made = [];
        for (const file of workspace.placeFiles) {
            const component = Qt.createComponent(file);
            if (component.status === Component.Error)
                console.error(component.errorString());
            else
                made.push(component.createObject(workspace));
        }
        workspace.places = made;
    }

    function showFirstPlace() {
        if (workspace.places.length === 0)
            return;
        const last = Preferences.value("window/lastPlace", "");
        const isKnown = workspace.places.some(place => place.name === last);
        Navigator.go(isKnown ? last : workspace.places[0].name);
    }

    Component.onCompleted: {
        workspace.makePlaces();
        workspace.showFirstPlace();
    }

    ProgressModel {
        id: tasks

        onQuestionWanted: task => {
            centre.close();
            Navigator.open("renders", {
                    "task": task,
                    "cancel": true
                });
        }
    }

    RenderNews {
        isWindowActive: workspace.isWindowActive
        onShowWanted: workspace.showWanted()
        onMessageWanted: (title, text) => tray.say(title, text)
    }

    DownloadNews {
        onShowWanted: workspace.showWanted()
        onMessageWanted: (title, text) => tray.say(title, text)
    }

    BannerModel {
        id: troubles

        folder: workspace.library.folder
    }

    ModelDownload {
        id: networks
    }

    FirstRun {
        id: start
    }

    Rail {
        id: rail

        places: workspace.places
        tasks: tasks
        isBar: workspace.isNarrow
        isWide: workspace.isWide
        width: isBar ? workspace.width : implicitWidth
        height: isBar ? implicitHeight : workspace.height
        y: isBar ? workspace.height - height : 0
        onProgressWanted: centre.toggle()
    }

    FocusScope {
        id: room

        anchors.fill: parent
        anchors.leftMargin: workspace.isNarrow ? 0 : rail.width
        anchors.bottomMargin: workspace.isNarrow ? rail.height : 0
        focus: true

        BannerColumn {
            id: banners

            width: parent.width
            model: troubles
            models: networks
            imports: importing
        }

        PageHost {
            anchors.fill: parent
            anchors.topMargin: banners.height
            places: workspace.places
            visible: !start.isNeeded
            focus: !start.isNeeded
        }

        Repeater {
            model: start.isNeeded ? 1 : 0

            FirstRunPage {
                anchors.fill: parent
                anchors.topMargin: banners.height
                focus: true
                firstRun: start
                models: networks
                onFoldersChosen: (urls, isInPlace) => importing.follow(urls, isInPlace)
            }
        }
    }

    Importing {
        id: importing

        anchors.fill: parent
        library: workspace.library
        isWindowActive: workspace.isWindowActive
        onShowWanted: workspace.showWanted()
        onAdded: start.finish()
        onMessageWanted: (title, text) => tray.say(title, text)
    }

    ViewerHost {
        anchors.fill: parent
        file: workspace.viewerFile
        onKeyboardFree: room.forceActiveFocus()
    }

    ToastStack {
        id: toasts

        // Over the progress where that would cover them.
        readonly property bool isOverProgress: centre.visible && centre.x + centre.width > x + (width - implicitWidth) / 2
        readonly property real step: isOverProgress ? Math.min(centre.height, room.height - height - 2 * Theme.space5) : 0

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space5 + room.anchors.bottomMargin + step
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.horizontalCenterOffset: room.anchors.leftMargin / 2
        width: room.width - 2 * Theme.space4
        onFileWanted: file => FileManager.show([file])
    }

    Connections {
        target: Notices

        function onShown(text: string, kind: string) {
            toasts.show(text, kind);
        }

        function onFileMade(text: string, file: string) {
            toasts.showFile(text, file);
        }
    }

    Connections {
        target: Navigator

        function onPlaceChanged() {
            Preferences.setValue("window/lastPlace", Navigator.place);
        }

        function onProgressRequested() {
            centre.open();
        }
    }

    ProgressCentre {
        id: centre

        tasks: tasks
        x: workspace.isNarrow ? Theme.space2 : rail.width + Theme.space2
        y: workspace.height - height - Theme.space2 - room.anchors.bottomMargin
        width: Math.min(400 * Theme.scale, workspace.width - x - Theme.space2)
        mostHeight: workspace.height - 2 * Theme.space2 - room.anchors.bottomMargin
    }

    CommandPalette {
        id: palette
    }

    KeyHelp {
        id: help
    }

    WindowCommands {
        places: workspace.places
        onPaletteWanted: palette.open()
        onHelpWanted: help.open()
        onQuitWanted: workspace.library.quit()
    }

    TrayHost {
        id: tray

        tasks: tasks
        onShowWanted: workspace.showWanted()
        onQuitWanted: workspace.library.quit()
    }
}
