// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// What people and programs have added: to read, to change, to take away, and to add to.
Column {
    id: list

    property FactModel model: null
    /// Whose they are: a Selection, or the id of one photo.
    property var what: null
    property bool canEdit: true
    /// Which of them is being written; "+": a new one.
    property string edited: ""

    /// As Enter in the field of the one that is being written.
    signal finishWanted

    function finish() {
        if (list.edited === "+")
            fresh.finish();
        else
            list.finishWanted();
    }

    function set(change: var) {
        list.edited = "";
        add.forceActiveFocus(Qt.OtherFocusReason);
        ImageActs.edit(list.what, [change]);
    }

    function remove(key: string) {
        add.forceActiveFocus(Qt.OtherFocusReason);
        ImageActs.edit(list.what, [{
                    "key": key,
                    "kind": FactValues.Nothing,
                    "text": ""
                }]);
    }

    spacing: Theme.space2
    onWhatChanged: list.edited = ""

    Label {
        width: parent.width
        text: qsTr("Properties")
        kind: "soft"
        Accessible.role: Accessible.Heading
    }

    Repeater {
        model: list.model

        Column {
            id: own

            required property var model
            readonly property bool isEdited: list.edited === model.key

            width: list.width

            FactLine {
                width: parent.width
                visible: !own.isEdited
                label: own.model.label
                text: own.model.text
                isVarious: own.model.isVarious

                IconButton {
                    visible: list.canEdit
                    text: qsTr("Change %1").arg(own.model.label)
                    icon.name: "edit"
                    iconSize: Theme.textLarge
                    ink: Theme.textSoft
                    onClicked: {
                        editor.kind = own.model.kind;
                        editor.text = own.model.written;
                        list.edited = own.model.key;
                        editor.begin();
                    }
                }

                IconButton {
                    visible: list.canEdit
                    text: qsTr("Take %1 away").arg(own.model.label)
                    icon.name: "close"
                    iconSize: Theme.textLarge
                    ink: Theme.textSoft
                    onClicked: list.remove(own.model.key)
                }
            }

            Label {
                visible: own.isEdited
                text: own.model.label
                kind: "small"
            }

            Connections {
                target: list
                enabled: own.isEdited

                function onFinishWanted() {
                    editor.finish();
                }
            }

            PropertyEditor {
                id: editor

                width: parent.width
                visible: own.isEdited
                isKeyFixed: true
                key: own.model.key
                onAccepted: list.set(editor.change())
                onCanceled: {
                    list.edited = "";
                    add.forceActiveFocus(Qt.OtherFocusReason);
                }
            }
        }
    }

    PropertyEditor {
        id: fresh

        width: parent.width
        visible: list.edited === "+"
        onAccepted: list.set(fresh.change())
        onCanceled: {
            list.edited = "";
            add.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    Button {
        id: add

        visible: list.canEdit
        kind: "quiet"
        leftPadding: 0
        icon.name: list.edited === "" ? "plus" : "check"
        text: list.edited === "" ? qsTr("Add a property") : qsTr("Save")
        onClicked: {
            if (list.edited === "") {
                fresh.key = "";
                fresh.text = "";
                fresh.kind = FactValues.Text;
                fresh.isTried = false;
                list.edited = "+";
                fresh.begin();
            } else {
                list.finish();
            }
        }
    }
}
