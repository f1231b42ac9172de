// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

/// Details beside a page, on demand. Whether it is open is remembered under `key`.
FocusScope {
    id: panel

    property string title: ""
    property string key: ""
    property bool open: false
    property real size: Math.round(320 * Theme.scale)
    /// All of a narrow page: what would be left beside it were of no use.
    readonly property real extent: parent && parent.width < 1.75 * size ? parent.width : size
    default property alias content: place.data

    function toggle() {
        panel.open = !panel.open;
    }

    implicitWidth: open ? extent : 0
    visible: width > 0
    clip: true
    Accessible.role: Accessible.Pane
    Accessible.name: title
    Component.onCompleted: {
        if (panel.key !== "")
            panel.open = Preferences.value(panel.key, panel.open);
    }
    onOpenChanged: {
        if (panel.key !== "")
            Preferences.setValue(panel.key, panel.open);
    }
    Keys.onEscapePressed: panel.open = false

    Behavior on implicitWidth  {
        NumberAnimation {
            duration: Theme.placeTime
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        width: panel.extent
        height: parent.height
        color: Theme.surface

        Divider {
            width: 1
            height: parent.height
        }

        Label {
            anchors.left: parent.left
            anchors.right: cross.left
            anchors.leftMargin: Theme.space4
            anchors.verticalCenter: cross.verticalCenter
            text: panel.title
            kind: "title"
            font.pixelSize: Theme.textLarge
            Accessible.role: Accessible.Heading
        }

        IconButton {
            id: cross

            anchors.top: parent.top
            anchors.right: parent.right
            anchors.margins: Theme.space3
            text: qsTr("Close")
            icon.name: "close"
            onClicked: panel.open = false
        }

        Item {
            id: place

            anchors.fill: parent
            anchors.topMargin: cross.height + 2 * Theme.space3
            anchors.leftMargin: 1
        }
    }
}
