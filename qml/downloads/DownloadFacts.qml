// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Downloads

/// All that is known of the current download.
SidePanel {
    id: panel

    required property DownloadList list
    required property int row
    /// Grows when the row may show something else.
    property int turn: 0
    readonly property var facts: panel.turn >= 0 && panel.open ? panel.list.factsAt(panel.row) : []

    title: qsTr("Details")
    key: "downloads/facts"

    Connections {
        target: panel.list
        enabled: panel.open

        function onDataChanged() {
            ++panel.turn;
        }

        function onSectionsChanged() {
            ++panel.turn;
        }
    }

    ScrollArea {
        anchors.fill: parent

        Column {
            x: Theme.space4
            width: parent.width - 2 * Theme.space4
            bottomPadding: Theme.space4
            spacing: Theme.space3

            Label {
                width: parent.width
                visible: panel.facts.length === 0
                text: qsTr("Choose a download to see what is known of it.")
                kind: "soft"
                wrapMode: Text.Wrap
            }

            Repeater {
                model: panel.facts.length

                Column {
                    id: fact

                    required property int index
                    readonly property var value: panel.facts[fact.index]

                    width: parent.width

                    Label {
                        width: parent.width
                        text: fact.value?.title ?? ""
                        kind: "small"
                        wrapMode: Text.Wrap
                    }

                    Label {
                        width: parent.width
                        text: fact.value?.text ?? ""
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
