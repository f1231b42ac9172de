// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// Asks for whom a new key is, and what it may do.
Dialog {
    id: dialog

    signal created(string name, bool isReadOnly)

    function ask() {
        name.clear();
        rights.currentIndex = 0;
        dialog.open();
        name.forceActiveFocus();
    }

    title: qsTr("New key")
    acceptText: qsTr("Make the key")
    canAccept: name.text.trim() !== ""
    onAccepted: dialog.created(name.text, rights.currentIndex === 1)

    TextField {
        id: name

        objectName: "keyName"
        width: parent.width
        label: qsTr("For which phone or program")
        placeholderText: qsTr("Phone of Anna")
        maximumLength: 100
        onAccepted: {
            if (dialog.canAccept)
                dialog.accept();
        }
    }

    Choices {
        id: rights

        width: parent.width
        label: qsTr("What it may do")
        options: [{
                "text": qsTr("Everything"),
                "description": qsTr("Add, change and delete photos, as you can.")
            }, {
                "text": qsTr("Only look"),
                "description": qsTr("See and download photos, people and renders, and change nothing.")
            }]
    }
}
