// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Servers

/// One other library: where it is, how its list stands, and what it needs.
Item {
    id: row

    required property int index
    required property string name
    required property string address
    required property string statusText
    required property string statusIcon
    required property string statusTone
    required property string countText
    required property string syncedText
    required property string problem
    required property string signedIn
    required property string fingerprint
    required property bool needsSignIn
    required property bool isSyncing
    property bool isCurrent: false
    property bool showsFocus: false

    readonly property bool isNarrow: width < 560 * Theme.scale
    readonly property string facts: row.joined([row.countText, row.syncedText], " · ")

    signal chosen
    signal opened
    signal signInWanted
    signal menuWanted(real x, real y)

    function joined(parts: var, between: string): string {
        return parts.filter(part => part !== "").join(between);
    }

    implicitHeight: body.implicitHeight + 2 * Theme.space3
    Accessible.role: Accessible.ListItem
    Accessible.name: row.joined([row.name, row.statusText, row.facts], ", ")
    Accessible.description: row.problem
    Accessible.selectable: true
    Accessible.selected: row.isCurrent
    Accessible.focusable: true
    Accessible.focused: row.showsFocus
    Accessible.onPressAction: row.opened()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: row.isCurrent ? Theme.accentSoft : Theme.surface
        border.width: 1
        border.color: row.isCurrent ? Theme.accent : Theme.outline

        FocusRing {
            shown: row.showsFocus
            distance: -1
            radius: Theme.radiusLarge
        }
    }

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: event => {
            row.chosen();
            if (event.button === Qt.RightButton)
                row.menuWanted(event.x, event.y);
        }
        onDoubleClicked: event => {
            if (event.button === Qt.LeftButton)
                row.opened();
        }
    }

    RowLayout {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space2
        y: Theme.space3
        spacing: Theme.space3

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.space1
            name: "servers"
            color: Theme.textSoft
            size: Theme.textDisplay
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                text: row.name
                kind: "large"
                font.weight: Font.DemiBold
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                text: row.joined([row.address, row.signedIn], " · ")
                kind: "small"
                wrapMode: row.isNarrow ? Text.Wrap : Text.NoWrap
                Accessible.ignored: true
            }

            GridLayout {
                Layout.fillWidth: true
                columns: row.isNarrow ? 1 : 2
                columnSpacing: Theme.space3
                rowSpacing: Theme.space1

                ServerSign {
                    text: row.statusText
                    icon: row.statusIcon
                    tone: row.statusTone
                    Accessible.ignored: true
                }

                Label {
                    Layout.fillWidth: true
                    text: row.facts
                    wrapMode: row.isNarrow ? Text.Wrap : Text.NoWrap
                    horizontalAlignment: row.isNarrow ? Text.AlignLeft : Text.AlignRight
                    Accessible.ignored: true
                }
            }

            ProgressBar {
                Layout.fillWidth: true
                visible: row.isSyncing
                indeterminate: true
                label: row.statusText
            }

            Label {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.problem
                kind: "small"
                color: row.needsSignIn ? Theme.warn : Theme.bad
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                visible: row.fingerprint !== ""
                text: qsTr("You trust one certificate of it: %1").arg(row.fingerprint)
                kind: "small"
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }

            Button {
                visible: row.needsSignIn
                focusPolicy: Qt.NoFocus
                text: qsTr("Sign in again…")
                icon.name: "key"
                onClicked: row.signInWanted()
            }
        }

        IconButton {
            Layout.alignment: Qt.AlignTop
            visible: !row.isNarrow
            focusPolicy: Qt.NoFocus
            text: row.isSyncing ? qsTr("Stop reading its list") : qsTr("Read its list again")
            keys: row.isSyncing ? "" : "F5"
            icon.name: row.isSyncing ? "stop" : "refresh"
            onClicked: {
                if (row.isSyncing)
                    ServerActs.cancelSync(row.name);
                else
                    ServerActs.sync(row.name);
            }
        }

        IconButton {
            id: more

            Layout.alignment: Qt.AlignTop
            focusPolicy: Qt.NoFocus
            text: qsTr("More")
            icon.name: "more"
            onClicked: {
                const place = more.mapToItem(row, 0, more.height);
                row.menuWanted(place.x, place.y);
            }
        }
    }
}
