// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Downloads

/// Takes addresses of files that are dropped on the page; files of this computer are the window's.
DropArea {
    id: surface

    signal linksDropped(string text)

    onEntered: event => event.accepted = !event.hasUrls || !String(event.urls[0]).startsWith("file:")
    onDropped: event => {
        const text = event.hasUrls ? event.urls.join("\n") : event.text;
        if (DownloadActs.linksIn(text).length > 0) {
            event.accept(Qt.CopyAction);
            surface.linksDropped(text);
        } else {
            event.accepted = false;
        }
    }

    Raised {
        anchors.centerIn: parent
        visible: surface.containsDrag
        width: words.implicitWidth + 2 * Theme.space5
        height: words.implicitHeight + 2 * Theme.space4

        Label {
            id: words

            anchors.centerIn: parent
            text: qsTr("Drop the link to download its file")
            kind: "large"
        }
    }
}
