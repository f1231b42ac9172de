// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui

/// The sections of the settings on the left, the one that is shown beside it. Narrow, one after the other.
FocusScope {
    id: page

    property string section: Preferences.value("settings/section", "folders")
    /// Narrow, either the list or the section is shown.
    property bool isInside: false
    readonly property bool isNarrow: width < 680 * Theme.scale
    readonly property var sections: [{
            "name": "folders",
            "title": qsTr("Library folders"),
            "icon": "folder",
            "file": "FoldersSection.qml"
        }, {
            "name": "sharing",
            "title": qsTr("Sharing"),
            "icon": "share",
            "file": "SharingSection.qml"
        }, {
            "name": "users",
            "title": qsTr("People with access"),
            "icon": "people",
            "file": "UsersSection.qml"
        }, {
            "name": "models",
            "title": qsTr("Face recognition"),
            "icon": "face",
            "file": "ModelsSection.qml"
        }, {
            "name": "work",
            "title": qsTr("Work"),
            "icon": "cpu",
            "file": "WorkSection.qml"
        }, {
            "name": "renders",
            "title": qsTr("Renders"),
            "icon": "renders",
            "file": "RendersSection.qml"
        }, {
            "name": "downloads",
            "title": qsTr("Downloads"),
            "icon": "downloads",
            "file": "DownloadsSection.qml"
        }, {
            "name": "writeback",
            "title": qsTr("Other programs"),
            "icon": "tag",
            "file": "WriteBackSection.qml"
        }, {
            "name": "appearance",
            "title": qsTr("Appearance"),
            "icon": "sun",
            "file": "AppearanceSection.qml"
        }, {
            "name": "language",
            "title": qsTr("Language"),
            "icon": "globe",
            "file": "LanguageSection.qml"
        }, {
            "name": "storage",
            "title": qsTr("Trash and storage"),
            "icon": "trash",
            "file": "StorageSection.qml"
        }, {
            "name": "about",
            "title": qsTr("About"),
            "icon": "info",
            "file": "AboutSection.qml"
        }]
    readonly property int index: Math.max(0, page.sections.findIndex(one => one.name === page.section))

    /// {"section": "sharing"}
    function openTarget(target: var) {
        if (target.section !== undefined)
            page.show(target.section);
    }

    function show(name: string) {
        page.section = name;
        page.isInside = true;
        Preferences.setValue("settings/section", name);
    }

    function goBack() {
        page.isInside = false;
        list.forceActiveFocus();
    }

    Command {
        text: qsTr("Back to all settings")
        group: qsTr("Settings")
        sequences: ["Alt+Left"]
        isQuiet: true
        enabled: page.visible && page.isNarrow && page.isInside
        onActivated: page.goBack()
    }

    PageHeader {
        id: header

        width: parent.width
        title: page.isNarrow && page.isInside ? page.sections[page.index].title : qsTr("Settings")
        canGoBack: page.isNarrow && page.isInside
        onBack: page.goBack()
    }

    SectionList {
        id: list

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: page.isNarrow ? page.width : Math.min(240 * Theme.scale, page.width * 0.4)
        visible: !page.isNarrow || !page.isInside
        focus: visible
        sections: page.sections
        index: page.index
        isNarrow: page.isNarrow
        onChosen: name => page.show(name)
        onEntered: name => {
            page.show(name);
            place.forceActiveFocus();
        }
    }

    Loader {
        id: place

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.left: page.isNarrow ? parent.left : list.right
        visible: !page.isNarrow || page.isInside
        focus: !list.visible
        source: Qt.resolvedUrl(page.sections[page.index].file)
    }
}
