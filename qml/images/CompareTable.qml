// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// In what two photos differ, each below its photo.
Item {
    id: table

    required property CompareFacts facts
    readonly property real contentHeight: list.count === 0 ? nothing.implicitHeight : list.contentHeight

    Label {
        id: nothing

        x: Theme.space3
        width: parent.width - 2 * Theme.space3
        visible: list.count === 0
        text: qsTr("Nothing that is known of them differs.")
        color: Theme.textOnStage
        wrapMode: Text.Wrap
    }

    ListView {
        id: list

        anchors.fill: parent
        clip: true
        model: table.facts
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("What is different")
        T.ScrollBar.vertical: ScrollBar {
        }

        delegate: Item {
            id: row

            required property string label
            required property string here
            required property string there

            width: table.width
            height: Math.max(name.height + leftWords.height, name.height + rightWords.height) + Theme.space2
            Accessible.role: Accessible.Row
            Accessible.name: qsTr("%1: %2; %3").arg(row.label).arg(leftWords.text).arg(rightWords.text)

            Label {
                id: name

                x: Theme.space3
                width: parent.width - 2 * Theme.space3
                text: row.label
                color: Theme.textOnStage
                opacity: 0.7
                font.pixelSize: Theme.textSmall
                Accessible.ignored: true
            }

            Label {
                id: leftWords

                x: Theme.space3
                y: name.height
                width: parent.width / 2 - 2 * Theme.space3
                text: row.here === "" ? "–" : row.here
                color: Theme.textOnStage
                wrapMode: Text.Wrap
                maximumLineCount: 6
                Accessible.ignored: true
            }

            Label {
                id: rightWords

                x: parent.width / 2 + Theme.space3
                y: name.height
                width: leftWords.width
                text: row.there === "" ? "–" : row.there
                color: Theme.textOnStage
                wrapMode: Text.Wrap
                maximumLineCount: 6
                Accessible.ignored: true
            }
        }
    }
}
