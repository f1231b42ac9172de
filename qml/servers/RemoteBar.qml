// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// What can be done with the photos of another library that are selected.
Raised {
    id: bar

    property bool isShown: false
    property int count: 0
    readonly property bool isNarrow: parent ? parent.width < 560 * Theme.scale : false

    signal cleared
    signal downloadWanted(bool isForLibrary)

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
            onClicked: bar.cleared()
        }

        Label {
            id: words

            Layout.rightMargin: Theme.space2
            text: bar.isNarrow ? Number(bar.count).toLocaleString(Qt.locale(), "f", 0) : qsTr("%n selected", "", bar.count)
        }

        Button {
            text: bar.isNarrow ? "" : qsTr("Download to the gallery")
            icon.name: "download"
            Accessible.name: qsTr("Download to the gallery")
            onClicked: bar.downloadWanted(false)
        }

        Button {
            kind: "primary"
            text: bar.isNarrow ? "" : qsTr("Into the library")
            icon.name: "images"
            Accessible.name: qsTr("Download into the library")
            onClicked: bar.downloadWanted(true)
        }
    }
}
