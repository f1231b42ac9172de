// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Theme

/// Something that holds for the whole page until it is mended. `kind` is "info", "good", "warn" or "bad".
T.Pane {
    id: banner

    property string kind: "info"
    property string text: ""
    property string actionText: ""
    property bool dismissible: false
    /// What can be done stands below what is said.
    readonly property bool isNarrow: width < 360 * Theme.scale
    readonly property color tone: kind === "bad" ? Theme.bad : kind === "warn" ? Theme.warn : kind === "good" ? Theme.good : Theme.accent

    signal action
    signal dismissed

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    horizontalPadding: Theme.space3
    verticalPadding: Theme.space1
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    contentItem: GridLayout {
        columnSpacing: Theme.space2
        rowSpacing: 0

        Icon {
            Layout.row: 0
            Layout.column: 0
            Layout.alignment: Qt.AlignVCenter
            name: banner.kind === "bad" ? "error" : banner.kind === "warn" ? "warning" : banner.kind === "good" ? "check" : "info"
            color: banner.tone
        }

        Label {
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.target
            text: banner.text
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }

        Button {
            Layout.row: banner.isNarrow ? 1 : 0
            Layout.column: banner.isNarrow ? 1 : 2
            visible: text !== ""
            kind: "quiet"
            text: banner.actionText
            onClicked: banner.action()
        }

        IconButton {
            Layout.row: 0
            Layout.column: 3
            visible: banner.dismissible
            text: qsTr("Dismiss")
            icon.name: "close"
            iconSize: Theme.textLarge
            onClicked: banner.dismissed()
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: Qt.tint(Theme.surface, Qt.alpha(banner.tone, 0.12))
    }
}
