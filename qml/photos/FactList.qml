// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// Properties that belong together under a heading; nothing where there are none.
Column {
    id: list

    property string title: ""
    property FactModel model: null
    /// All of them as one text, to be copied; empty: that is not offered.
    property string whole: ""
    property string wholeText: ""

    visible: model !== null && model.count > 0
    spacing: Theme.space2

    Item {
        width: parent.width
        height: Math.max(heading.implicitHeight, copy.visible ? copy.height : 0)

        Label {
            id: heading

            anchors.left: parent.left
            anchors.right: copy.visible ? copy.left : parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: list.title
            kind: "soft"
            Accessible.role: Accessible.Heading
        }

        Button {
            id: copy

            anchors.right: parent.right
            visible: list.whole !== ""
            kind: "quiet"
            icon.name: "copy"
            text: list.wholeText
            onClicked: ExportActs.copyText(list.whole)
        }
    }

    Repeater {
        model: list.model

        FactLine {
            required property var model

            width: list.width
            label: model.label
            text: model.text
            isVarious: model.isVarious
        }
    }
}
