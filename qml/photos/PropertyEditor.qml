// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// One property to set: its name, what its value is, and the value. Says below it why that cannot be.
Column {
    id: editor

    property alias key: name.text
    property int kind: FactValues.Text
    property string text: ""
    property bool isKeyFixed: false
    /// It can be set to nothing: it goes then.
    property bool canRemove: false
    readonly property string problem: FactValues.problem(key.trim(), kind, text)
    /// Complaints before anything is written help nobody.
    property bool isTried: false

    signal accepted
    signal canceled

    function begin() {
        (editor.isKeyFixed ? value : name).forceActiveFocus(Qt.OtherFocusReason);
    }

    function finish() {
        editor.isTried = true;
        if (editor.problem === "")
            editor.accepted();
    }

    function change(): var {
        return {
            "key": editor.key.trim(),
            "kind": editor.kind,
            "text": editor.text
        };
    }

    spacing: Theme.space2
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: editor.canceled()

    CompletionField {
        id: name

        width: parent.width
        visible: !editor.isKeyFixed
        placeholderText: qsTr("Property")
        maximumLength: 128
        completions: choices
        textRole: "name"
        onPicked: (index, text) => {
            editor.kind = FactValues.usualKind(text);
            value.forceActiveFocus(Qt.OtherFocusReason);
        }
        onEntered: value.forceActiveFocus(Qt.OtherFocusReason)
        onEditingFinished: {
            if (editor.text === "" && editor.kind === FactValues.Text)
                editor.kind = FactValues.usualKind(name.text);
        }
    }

    TagChoices {
        id: choices

        areProperties: true
        text: name.text
    }

    Flow {
        width: parent.width
        spacing: Theme.space2

        ComboBox {
            label: qsTr("Kind of value")
            model: [qsTr("Text"), qsTr("Number"), qsTr("Yes or no"), ...(editor.canRemove ? [qsTr("Take away")] : [])]
            currentIndex: editor.kind
            onModelChanged: currentIndex = Qt.binding(() => editor.kind)
            onActivated: index => {
                editor.kind = index;
                if (index === FactValues.YesNo)
                    editor.text = "true";
            }
        }

        Segmented {
            visible: editor.kind === FactValues.YesNo
            options: [qsTr("Yes"), qsTr("No")]
            Accessible.name: qsTr("Value")
            onActivated: index => editor.text = index === 0 ? "true" : "false"

            // Choosing takes a plain binding away.
            Binding on currentIndex  {
                value: editor.text === "true" ? 0 : 1
            }
        }
    }

    TextField {
        id: value

        width: parent.width
        visible: editor.kind === FactValues.Text || editor.kind === FactValues.Number
        placeholderText: qsTr("Value")
        text: editor.text
        inputMethodHints: editor.kind === FactValues.Number ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
        onTextEdited: {
            editor.text = value.text;
            editor.isTried = editor.isTried && editor.problem !== "";
        }
        onEditingFinished: editor.isTried = editor.isTried || value.text !== ""
        onAccepted: editor.finish()
    }

    Label {
        width: parent.width
        visible: editor.isTried && editor.problem !== ""
        text: editor.problem
        color: Theme.bad
        kind: "small"
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
    }
}
