// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Why a photo cannot be shown and what to do, or that it is still being read.
Column {
    id: note

    property string title: ""
    property string text: ""
    property string icon: "image-off"
    property bool isWaiting: false

    spacing: Theme.space3
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + " " + text

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !note.isWaiting
        name: note.icon
        color: Theme.textOnStage
        size: 2 * Theme.textDisplay
        opacity: 0.7
    }

    ProgressRing {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: note.isWaiting
        indeterminate: true
        tone: Theme.textOnStage
        label: note.title
    }

    Label {
        width: note.width
        text: note.title
        kind: "title"
        color: Theme.textOnStage
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }

    Label {
        width: note.width
        visible: text !== ""
        text: note.text
        color: Theme.textOnStage
        opacity: 0.85
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
