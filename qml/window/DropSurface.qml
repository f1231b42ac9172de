// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Takes files that are dropped anywhere on the window: on its left to copy them, on its right to leave them where they
/// are.
DropArea {
    id: surface

    readonly property bool isRight: drag.x > width / 2
    readonly property bool isOver: containsDrag && drag.source === null

    signal filesDropped(var urls, bool isInPlace)

    keys: ["text/uri-list"]
    // Not what was dragged out of the library itself.
    onEntered: event => event.accepted = event.hasUrls && !event.formats.includes("application/x-kinframe")
    onDropped: event => {
        if (event.hasUrls) {
            event.accept(Qt.CopyAction);
            surface.filesDropped(event.urls, surface.isRight);
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: surface.isOver
        color: Theme.background
        opacity: 0.92
    }

    Row {
        anchors.fill: parent
        anchors.margins: Theme.space5
        spacing: Theme.space4
        visible: surface.isOver

        DropHalf {
            width: (parent.width - parent.spacing) / 2
            height: parent.height
            isAimedAt: !surface.isRight
            icon: "copy"
            title: qsTr("Copy into the library")
            text: qsTr("The library keeps its own copies.")
        }

        DropHalf {
            width: (parent.width - parent.spacing) / 2
            height: parent.height
            isAimedAt: surface.isRight
            icon: "folder"
            title: qsTr("Leave where they are")
            text: qsTr("Takes no room for copies.")
        }
    }
}
