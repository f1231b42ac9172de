// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Servers

/// The lines above another library: its name and how its list stands, what is looked at, and what is looked for.
Column {
    id: header

    required property RemoteGallery gallery
    /// Of ServerList.
    required property var facts
    property string title: ""
    property int view: 0
    property bool isInGroup: false
    readonly property bool isUpToDate: (header.facts.syncedText ?? "") !== "" && header.facts.statusTone === "good"

    signal back
    signal viewChosen(int view)
    signal menuWanted(Item at)
    signal downloadAllWanted(bool isForLibrary)

    function search() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    function clear() {
        field.clear();
        field.search();
        missing.checked = false;
        header.gallery.isMissing = false;
        header.gallery.kind = 0;
        kinds.currentIndex = 0;
    }

    PageHeader {
        id: line

        width: parent.width
        title: header.title
        note: header.gallery.count > 0 && (header.view === 0 || header.isInGroup) ? Number(header.gallery.count).toLocaleString(Qt.locale(), "f", 0) : ""
        canGoBack: true
        onBack: header.back()

        Segmented {
            visible: !header.isInGroup
            width: Math.min(implicitWidth, parent.width)
            options: [qsTr("Photos"), qsTr("Albums"), qsTr("People")]
            currentIndex: header.view
            Accessible.name: qsTr("What is shown")
            onActivated: index => header.viewChosen(index)
        }

        actions: [
            IconButton {
                id: all

                visible: header.view === 0 || header.isInGroup
                text: header.isInGroup ? qsTr("Download all of these") : qsTr("Download all of the server")
                icon.name: "download"
                onClicked: wholeMenu.popup(all, 0, all.height)

                Menu {
                    id: wholeMenu

                    MenuItem {
                        text: header.isInGroup ? qsTr("Download all of these to the gallery folder") : qsTr("Download everything to the gallery folder")
                        icon.name: "download"
                        onTriggered: header.downloadAllWanted(false)
                    }

                    MenuItem {
                        text: header.isInGroup ? qsTr("Download all of these into the library") : qsTr("Download everything into the library")
                        icon.name: "images"
                        onTriggered: header.downloadAllWanted(true)
                    }
                }
            },
            IconButton {
                id: more

                text: qsTr("More")
                icon.name: "more"
                onClicked: header.menuWanted(more)
            }
        ]
    }

    Flow {
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        bottomPadding: Theme.space2
        spacing: Theme.space2
        visible: header.view === 0 || header.isInGroup

        SearchField {
            id: field

            width: Math.min(260 * Theme.scale, parent.width)
            placeholderText: qsTr("Name, description or place")
            onQueryChanged: header.gallery.text = query.trim()
        }

        ComboBox {
            id: kinds

            label: qsTr("Kind")
            model: [qsTr("Photos and videos"), qsTr("Photos"), qsTr("Videos")]
            onActivated: index => header.gallery.kind = index
        }

        Chip {
            id: missing

            checkable: true
            text: qsTr("Not here yet")
            onToggled: header.gallery.isMissing = checked
        }

        ServerSign {
            height: Theme.target
            text: header.isUpToDate ? qsTr("%1 %2").arg(header.facts.statusText).arg(header.facts.syncedText) : header.facts.statusText ?? ""
            icon: header.facts.statusIcon ?? ""
            tone: header.facts.statusTone ?? ""
        }
    }

    ProgressBar {
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        visible: header.facts.isSyncing === true
        indeterminate: true
        label: qsTr("Reading its list")
    }
}
