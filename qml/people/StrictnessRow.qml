// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// People who would become one, or one who would become several.
RowLayout {
    id: row

    required property bool isJoin
    required property string sentence
    required property var covers
    required property int more

    spacing: Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: sentence

    Icon {
        name: row.isJoin ? "merge" : "split"
        color: Theme.textSoft
    }

    Label {
        Layout.fillWidth: true
        text: row.sentence
        wrapMode: Text.Wrap
        maximumLineCount: 2
        Accessible.ignored: true
    }

    Row {
        spacing: -Theme.space2

        Repeater {
            model: row.covers.slice(0, 4)

            Avatar {
                required property string modelData

                size: Math.round(Theme.target * 1.1)
                source: modelData
                Accessible.ignored: true
            }
        }
    }

    Label {
        visible: row.more + row.covers.length > 4
        text: qsTr("+%1").arg(row.more + row.covers.length - 4)
        kind: "small"
        Accessible.ignored: true
    }
}
