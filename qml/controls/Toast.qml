// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Theme

/// Short words that go away by themselves, but not while somebody looks at them. `kind` as in Banner.
T.Pane {
    id: toast

    property string kind: "info"
    property string text: ""
    property string actionText: ""
    /// Milliseconds it stays.
    property int time: 8000

    signal action
    signal finished

    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, 480 * Theme.scale)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    leftPadding: Theme.space4
    rightPadding: Theme.space2
    verticalPadding: Theme.space1
    hoverEnabled: true
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Timer {
        interval: toast.time
        running: toast.visible && !toast.hovered && !toast.activeFocus
        onTriggered: toast.finished()
    }

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            name: toast.kind === "bad" ? "error" : toast.kind === "warn" ? "warning" : ""
            color: Theme.background
        }

        Label {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.target
            text: toast.text
            color: Theme.background
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }

        Button {
            id: act

            objectName: "action"
            visible: text !== ""
            kind: "quiet"
            text: toast.actionText
            font.weight: Font.DemiBold
            onClicked: toast.action()

            contentItem: IconText {
                text: act.text
                color: Theme.accentInverse
                font: act.font
            }
        }

        IconButton {
            text: qsTr("Close")
            icon.name: "close"
            iconSize: Theme.textLarge
            ink: Theme.background
            onClicked: toast.finished()
        }
    }

    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.text
    }
}
