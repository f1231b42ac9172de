// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell

/// Asks where the program of an engine is.
Dialog {
    id: dialog

    property int index: -1
    property string engineTitle: ""
    property bool isElsewhere: false

    signal chosen(int index, string program)

    function ask(index: int, engine: var) {
        dialog.index = index;
        dialog.engineTitle = engine.title;
        dialog.isElsewhere = engine.isElsewhere;
        program.text = engine.program;
        dialog.open();
        program.forceActiveFocus();
    }

    title: qsTr("Where is %1?").arg(engineTitle)
    acceptText: qsTr("Save")
    onAccepted: dialog.chosen(dialog.index, program.text)

    TextField {
        id: program

        objectName: "program"
        width: parent.width
        label: qsTr("Program")
        placeholderText: qsTr("Look for it")
        clearable: true
        onAccepted: dialog.accept()
    }

    Button {
        text: qsTr("Choose…")
        icon.name: "folder"
        onClicked: picker.pickFiles()
    }

    Label {
        width: parent.width
        text: dialog.isElsewhere ? qsTr("Left empty, each computer of the cluster runs the one that it has.") : qsTr("Left empty, it is looked for where it is usually installed.")
        kind: "soft"
        wrapMode: Text.Wrap
    }

    PathPicker {
        id: picker

        title: dialog.title
        onPicked: urls => program.text = decodeURIComponent(String(urls[0]).replace(/^file:\/\/(?=\/[A-Za-z]:)\/|^file:\/\//, ""))
    }
}
