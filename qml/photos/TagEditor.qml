// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// Tags as chips that can go, those that only some of the photos have, and a field for more.
Column {
    id: editor

    property var tags: []
    property var someTags: []
    readonly property alias field: field

    signal added(string tag)
    signal removed(string tag)
    /// Enter with nothing written.
    signal finished

    function add() {
        const tag = field.text.trim();
        if (tag === "") {
            editor.finished();
            return;
        }
        field.errorText = FactValues.tagProblem(tag);
        if (field.errorText !== "")
            return;
        field.clear();
        if (!editor.tags.includes(tag))
            editor.added(tag);
    }

    /// What is written and not yet added; empty where it cannot be a tag.
    function pending(): string {
        const tag = field.text.trim();
        return FactValues.tagProblem(tag) === "" ? tag : "";
    }

    function remove(tag: string) {
        // The chip with the keyboard goes.
        field.forceActiveFocus(Qt.OtherFocusReason);
        editor.removed(tag);
    }

    spacing: Theme.space2
    // First what is written goes, then what lies around.
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && field.length > 0
    Keys.onEscapePressed: event => {
        event.accepted = field.length > 0;
        field.clear();
    }

    Flow {
        width: parent.width
        spacing: Theme.space2
        visible: editor.tags.length > 0

        Repeater {
            model: editor.tags

            Chip {
                required property string modelData

                width: Math.min(implicitWidth, editor.width)
                text: modelData
                removable: true
                // Not the photo.
                Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Delete
                onRemoved: editor.remove(modelData)
            }
        }
    }

    Label {
        width: parent.width
        visible: editor.someTags.length > 0
        text: qsTr("On some of them; press one to give it to all:")
        kind: "small"
        wrapMode: Text.Wrap
    }

    Flow {
        width: parent.width
        spacing: Theme.space2
        visible: editor.someTags.length > 0

        Repeater {
            // Nobody looks through more than these one by one.
            model: editor.someTags.slice(0, 50)

            Chip {
                required property string modelData

                width: Math.min(implicitWidth, editor.width)
                icon.name: "plus"
                text: modelData
                removable: true
                Accessible.description: qsTr("On some of them; press it to give it to all.")
                onClicked: editor.added(modelData)
                Keys.onReturnPressed: editor.added(modelData)
                Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Delete
                onRemoved: editor.remove(modelData)
            }
        }
    }

    CompletionField {
        id: field

        width: parent.width
        leadingIcon: "tag"
        placeholderText: qsTr("Add a tag")
        maximumLength: 300
        completions: choices
        textRole: "name"
        onTextEdited: errorText = ""
        onEntered: editor.add()
        onPicked: editor.add()
    }

    TagChoices {
        id: choices

        text: field.text
    }
}
