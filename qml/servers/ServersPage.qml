// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell
import Kinframe.Ui.Servers

/// The other libraries that were added, or one of them with its photos.
FocusScope {
    id: page

    /// Empty: all of them.
    property string openServer: ""
    /// The keys are this page's: it is seen, and no photo lies over it.
    readonly property bool isOn: visible && !Navigator.isViewing

    /// {"server": name}, {"signIn": name} to sign in to it again, or {"add": address}
    function openTarget(target: var) {
        if (target.server !== undefined)
            page.openServer = target.server;
        if (target.signIn !== undefined) {
            page.openServer = "";
            // Of a server that is known only by its host nothing can be signed in to.
            if (known.rowOfServer(target.signIn) >= 0)
                form.askSignIn(target.signIn, known.factsOf(target.signIn));
        }
        if (target.add !== undefined)
            form.askNew(target.add);
    }

    onOpenServerChanged: {
        if (page.openServer === "")
            all.forceActiveFocus();
    }

    ServerList {
        id: known

        // One that is gone shows nothing.
        onUpdated: {
            if (page.openServer !== "" && known.rowOfServer(page.openServer) < 0)
                page.openServer = "";
        }
    }

    Connections {
        target: ServerActs

        function onDone(text: string) {
            Notices.show(text);
        }

        function onWentWrong(text: string) {
            Notices.fail(text);
        }

        function onRenamed(from: string, to: string) {
            // Before the list has it under its new name.
            if (page.openServer === from)
                page.openServer = "";
        }
    }

    Command {
        text: qsTr("Add a server")
        icon: "plus"
        group: qsTr("Servers")
        sequences: ["Ctrl+N"]
        enabled: page.isOn
        onActivated: form.askNew("")
    }

    ServerDialog {
        id: form
    }

    RenameDialog {
        id: naming
    }

    AllServers {
        id: all

        anchors.fill: parent
        focus: page.openServer === ""
        visible: page.openServer === ""
        isOn: page.isOn && visible
        servers: known
        onOpened: name => page.openServer = name
        onAddWanted: form.askNew("")
        onSignInWanted: name => form.askSignIn(name, known.factsOf(name))
        onRenameWanted: name => naming.ask(name)
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Repeater {
        model: page.openServer === "" ? [] : [page.openServer]

        ServerPage {
            required property string modelData

            anchors.fill: parent
            focus: true
            isOn: page.isOn
            server: modelData
            servers: known
            onBack: page.openServer = ""
            onSignInWanted: form.askSignIn(server, known.factsOf(server))
            onRenameWanted: naming.ask(server)
            Component.onCompleted: forceActiveFocus()
        }
    }
}
