// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One of several ways, each with what it means below it. `options` are {"text", "description"}.
Column {
    id: choices

    property string label: ""
    property var options: []
    property int currentIndex: 0

    /// The person chose it.
    signal activated(int index)

    spacing: Theme.space1
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        model: choices.options.length

        Column {
            id: way

            required property int index
            readonly property var option: choices.options[index]

            width: choices.width

            RadioButton {
                id: button

                width: parent.width
                autoExclusive: false
                text: way.option.text
                checked: choices.currentIndex === way.index
                Accessible.description: way.option.description ?? ""
                onClicked: {
                    const isNew = choices.currentIndex !== way.index;
                    choices.currentIndex = way.index;
                    checked = Qt.binding(() => choices.currentIndex === way.index);
                    if (isNew)
                        choices.activated(way.index);
                }
            }

            Label {
                width: parent.width
                leftPadding: button.indicator.width + button.spacing
                visible: text !== ""
                text: way.option.description ?? ""
                kind: "small"
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
}
