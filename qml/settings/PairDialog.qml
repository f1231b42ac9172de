// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme

/// Asks for a text and what it stands for.
Dialog {
    id: dialog

    property int row: -1
    property string fromLabel: ""
    property string fromHint: ""
    property string toLabel: ""
    property bool picksFolder: false
    property string problem: ""
    property alias to: toField.text

    /// Whoever keeps it sets the problem where it cannot be so; then the dialog stays.
    signal wanted(int row, string from, string to)
    /// Whoever knows how its path is written sets `to`.
    signal folderPicked(url folder)

    function ask(row: int, from: string, to: string) {
        dialog.row = row;
        dialog.problem = "";
        fromField.text = from;
        toField.text = to;
        dialog.open();
        fromField.forceActiveFocus();
    }

    acceptText: qsTr("Save")
    checksFirst: true
    onCheckWanted: {
        dialog.problem = "";
        dialog.wanted(dialog.row, fromField.text, toField.text);
        if (dialog.problem === "")
            dialog.accept();
    }

    TextField {
        id: fromField

        objectName: "from"
        width: parent.width
        label: dialog.fromLabel
        placeholderText: dialog.fromHint
        maximumLength: 4096
    }

    TextField {
        id: toField

        objectName: "to"
        width: parent.width
        label: dialog.toLabel
        maximumLength: 4096
        onAccepted: dialog.take()
    }

    Button {
        visible: dialog.picksFolder
        text: qsTr("Choose…")
        icon.name: "folder"
        onClicked: picker.pickFolder()
    }

    Label {
        width: parent.width
        visible: text !== ""
        text: dialog.problem
        color: Theme.bad
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
    }

    PathPicker {
        id: picker

        title: dialog.toLabel
        onPicked: urls => dialog.folderPicked(urls[0])
    }
}
