// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// A list of texts, or of texts and what each stands for, that can be added to.
Column {
    id: list

    property string title: ""
    property string description: ""
    property string addText: ""
    /// Of each `from` and `to`; no `to`: it stands for itself.
    property var rows: []
    property bool canChange: true

    signal additionWanted
    signal changeWanted(int row)
    signal removalWanted(int row)

    spacing: Theme.space1

    SettingRow {
        width: parent.width
        title: list.title
        description: list.description

        Button {
            text: list.addText
            icon.name: "plus"
            onClicked: list.additionWanted()
        }
    }

    Repeater {
        model: list.rows.length

        RowLayout {
            id: entry

            required property int index
            readonly property var pair: list.rows[index] ?? ({})
            readonly property string name: entry.pair.from ?? ""

            width: list.width
            spacing: Theme.space1

            Label {
                id: whole

                Layout.fillWidth: true
                text: (entry.pair.to ?? "") === "" ? entry.name : entry.name + " → " + entry.pair.to
                elide: Text.ElideMiddle

                HoverHandler {
                    id: pointer
                }

                ToolTip {
                    visible: pointer.hovered && whole.truncated
                    text: whole.text
                }
            }

            IconButton {
                visible: list.canChange
                text: qsTr("Change “%1”").arg(entry.name)
                icon.name: "edit"
                onClicked: list.changeWanted(entry.index)
            }

            IconButton {
                text: qsTr("Remove “%1”").arg(entry.name)
                icon.name: "trash"
                onClicked: list.removalWanted(entry.index)
            }
        }
    }
}
