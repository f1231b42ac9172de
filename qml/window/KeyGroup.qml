// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// The keys that belong to one thing.
Column {
    id: group

    property string title: ""
    /// [{"text": "…", "sequences": ["…"]}]
    property var keys: []

    spacing: Theme.space2

    Label {
        width: parent.width
        text: group.title
        kind: "soft"
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    Repeater {
        model: group.keys

        Item {
            id: entry

            required property var modelData

            width: group.width
            implicitHeight: Math.max(words.implicitHeight, caps.implicitHeight)
            Accessible.role: Accessible.StaticText
            Accessible.name: entry.modelData.text + ": " + entry.modelData.sequences.join(", ")

            Label {
                id: words

                anchors.left: parent.left
                anchors.right: caps.left
                anchors.rightMargin: Theme.space2
                text: entry.modelData.text
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            Row {
                id: caps

                anchors.right: parent.right
                spacing: Theme.space1

                Repeater {
                    model: entry.modelData.sequences

                    KeyHint {
                        required property string modelData

                        keys: modelData
                    }
                }
            }
        }
    }
}
