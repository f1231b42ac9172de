// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// The answers to "Same person?", each with its key.
Flow {
    id: answers

    property bool canUndo: false
    property bool canSeeAll: false
    /// In one line; a Flow alone takes the room of its widest button.
    readonly property real naturalWidth: {
        let sum = -spacing;
        for (let i = 0; i < children.length; ++i)
            sum += children[i].visible ? children[i].implicitWidth + spacing : 0;
        return Math.ceil(sum);
    }

    signal answered(bool isSame)
    signal skipped
    signal undoWanted
    signal allWanted

    spacing: Theme.space2

    KeyButton {
        text: qsTr("Yes")
        keys: "Y"
        kind: "primary"
        onClicked: answers.answered(true)
    }

    KeyButton {
        text: qsTr("No")
        keys: "N"
        onClicked: answers.answered(false)
    }

    KeyButton {
        text: qsTr("Skip")
        keys: "S"
        onClicked: answers.skipped()
    }

    IconButton {
        text: qsTr("Take the last answer back")
        keys: "Z"
        icon.name: "undo"
        enabled: answers.canUndo
        onClicked: answers.undoWanted()
    }

    Button {
        visible: answers.canSeeAll
        kind: "quiet"
        text: qsTr("Answer many…")
        onClicked: answers.allWanted()
    }
}
