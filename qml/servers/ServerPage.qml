// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Servers

/// One other library: its photos, albums and people, as its mirror and the server tell them.
FocusScope {
    id: page

    required property bool isOn
    required property string server
    required property ServerList servers
    property int view: 0
    property string groupName: ""
    /// Of ServerList; it goes before this does when the window closes.
    property var facts: ({})
    readonly property bool isInGroup: gallery.album !== "" || gallery.person !== ""
    readonly property bool showsPhotos: page.view === 0 || page.isInGroup

    signal back
    signal signInWanted
    signal renameWanted

    function look() {
        page.facts = page.servers.factsOf(page.server);
    }

    function leave() {
        if (preview.visible)
            preview.close();
        else if (page.isInGroup)
            page.leaveGroup();
        else
            page.back();
    }

    function leaveGroup() {
        gallery.album = "";
        gallery.person = "";
        page.groupName = "";
    }

    function download(isForLibrary: bool) {
        const rows = chosen.isEmpty ? (photos.current >= 0 ? [photos.current] : []) : chosen.rows();
        if (rows.length === 0)
            return;
        ServerActs.download(page.server, gallery.assetsAt(rows), isForLibrary);
        chosen.clear();
    }

    /// All that is shown: the album, the person, or the whole server where nothing is looked for.
    function downloadAll(isForLibrary: bool) {
        if (gallery.album !== "")
            ServerActs.downloadAlbum(page.server, gallery.album, isForLibrary);
        else if (gallery.person !== "")
            ServerActs.downloadPerson(page.server, gallery.person, isForLibrary);
        else
            ServerActs.downloadAll(page.server, isForLibrary);
    }

    Connections {
        target: page.servers

        function onUpdated() {
            page.look();
        }
    }

    Component.onCompleted: page.look()

    RemoteGallery {
        id: gallery

        server: page.server
    }

    Selection {
        id: chosen

        model: gallery
    }

    RemoteCommands {
        isOn: page.isOn
        isOnPhotos: page.isOn && (photos.activeFocus || preview.visible)
        onBackWanted: page.leave()
        onSearchWanted: header.search()
        onSyncWanted: ServerActs.sync(page.server)
        onDownloadWanted: isForLibrary => page.download(isForLibrary)
        onAllWanted: chosen.selectAll()
        onNoneWanted: {
            if (preview.visible)
                preview.close();
            else
                chosen.clear();
        }
        canSelectNone: !chosen.isEmpty || preview.visible
    }

    RemoteHeader {
        id: header

        width: parent.width
        title: page.isInGroup ? page.groupName : page.server
        gallery: gallery
        facts: page.facts
        view: page.view
        isInGroup: page.isInGroup
        onBack: page.leave()
        onViewChosen: view => {
            page.leaveGroup();
            page.view = view;
        }
        onMenuWanted: at => {
            menu.isSyncing = page.facts.isSyncing === true;
            menu.popup(at, 0, at.height);
        }
        onDownloadAllWanted: isForLibrary => page.downloadAll(isForLibrary)
    }

    Banner {
        id: trouble

        anchors.top: header.bottom
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: visible ? implicitHeight : 0
        // Albums and people say themselves that they cannot be asked for.
        visible: text !== "" && (page.showsPhotos || page.facts.needsSignIn === true)
        kind: page.facts.needsSignIn === true ? "warn" : "bad"
        text: page.facts.problem ?? ""
        actionText: page.facts.needsSignIn === true ? qsTr("Sign in again…") : qsTr("Try again")
        onAction: {
            if (page.facts.needsSignIn === true)
                page.signInWanted();
            else
                ServerActs.sync(page.server);
        }
    }

    PictureGrid {
        id: photos

        anchors.top: trouble.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.showsPhotos && gallery.count > 0
        focus: page.showsPhotos
        model: gallery
        selection: chosen
        cell: Math.round(Preferences.value("servers/cell", 150) * Math.sqrt(Theme.scale))
        name: qsTr("Photos of “%1”").arg(page.server)
        onOpened: row => preview.show(row)
        delegate: RemoteCell {
        }
    }

    GroupGrid {
        anchors.top: trouble.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: !page.showsPhotos
        focus: !page.showsPhotos
        server: page.server
        arePeople: page.view === 2
        onOpened: (group, name) => {
            page.groupName = name;
            if (page.view === 2)
                gallery.person = group;
            else
                gallery.album = group;
            photos.forceActiveFocus();
        }
    }

    RemoteStates {
        anchors.top: trouble.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.showsPhotos && gallery.count === 0
        gallery: gallery
        isSyncing: page.facts.isSyncing === true
        isNever: (page.facts.countText ?? "") === ""
        onSyncWanted: ServerActs.sync(page.server)
        onAllWanted: header.clear()
    }

    RemoteBar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        isShown: !chosen.isEmpty && page.showsPhotos && !preview.visible
        count: chosen.count
        onCleared: {
            chosen.clear();
            photos.forceActiveFocus();
        }
        onDownloadWanted: isForLibrary => {
            page.download(isForLibrary);
            photos.forceActiveFocus();
        }
    }

    RemotePreview {
        id: preview

        anchors.fill: parent
        gallery: gallery
        onMoved: row => {
            photos.positionAt(row);
        }
        onClosed: photos.forceActiveFocus()
        onDownloadWanted: isForLibrary => {
            chosen.clear();
            page.download(isForLibrary);
        }
    }

    ServerMenu {
        id: menu

        server: page.server
        canOpen: false
        onSignInWanted: page.signInWanted()
        onRenameWanted: page.renameWanted()
    }
}
