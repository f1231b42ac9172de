// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Downloads

/// Asks for the addresses of files to download.
Dialog {
    id: dialog

    readonly property var links: DownloadActs.linksIn(field.text)

    function ask(text: string) {
        field.text = text;
        dialog.open();
        field.forceActiveFocus();
    }

    title: qsTr("Add links")
    acceptText: qsTr("Download")
    canAccept: dialog.links.length > 0
    size: Math.round(560 * Theme.scale)
    onAccepted: DownloadActs.add(dialog.links)

    Label {
        width: parent.width
        text: qsTr("Addresses of files, each on a line of its own. They begin with https:// or http://.")
        kind: "soft"
        wrapMode: Text.Wrap
    }

    TextArea {
        id: field

        objectName: "links"
        width: parent.width
        height: Math.round(120 * Theme.scale)
        placeholderText: qsTr("Links")
    }

    Label {
        width: parent.width
        text: field.text.trim() === "" ? "" : dialog.links.length > 0 ? qsTr("%n file(s) will be downloaded.", "", dialog.links.length) : qsTr("There is no address of a file in this text.")
        kind: "small"
        color: field.text.trim() !== "" && dialog.links.length === 0 ? Theme.bad : Theme.textSoft
        wrapMode: Text.Wrap
    }
}
