// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui

/// What can be done with several albums.
Raised {
    id: bar

    required property Selection selection
    readonly property bool isShown: selection.count > 1

    signal deletionWanted

    implicitWidth: row.implicitWidth + 2 * Theme.space2
    implicitHeight: row.implicitHeight + 2 * Theme.space2
    visible: opacity > 0
    opacity: isShown ? 1 : 0
    enabled: isShown
    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.stateTime
        }
    }

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space1

        IconButton {
            text: qsTr("Select nothing")
            keys: "Esc"
            icon.name: "close"
            onClicked: bar.selection.clear()
        }

        Label {
            id: words

            Layout.rightMargin: Theme.space2
            text: qsTr("%n selected", "", bar.selection.count)
        }

        IconButton {
            text: qsTr("Delete the albums, keep the photos")
            keys: "Del"
            icon.name: "trash"
            onClicked: bar.deletionWanted()
        }
    }
}
