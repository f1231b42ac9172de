// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Which files of a folder could not be taken, and why.
Dialog {
    id: dialog

    property var sentences: []

    function show(sentences: var) {
        dialog.sentences = sentences;
        dialog.open();
    }

    title: qsTr("Files that could not be taken")
    acceptText: qsTr("Close")
    rejectText: ""
    size: Math.round(560 * Theme.scale)

    ListView {
        id: list

        width: parent.width
        height: Math.min(contentHeight, 360 * Theme.scale)
        clip: true
        spacing: Theme.space2
        activeFocusOnTab: true
        model: dialog.sentences
        Accessible.role: Accessible.List
        Accessible.name: dialog.title

        delegate: Label {
            required property string modelData

            width: list.width
            text: modelData
            wrapMode: Text.Wrap
        }
    }
}
