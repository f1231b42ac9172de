// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One file on its way, or both halves of a live photo.
Item {
    id: row

    required property int index
    required property string taskId
    required property string name
    required property string origin
    required property string statusText
    required property string statusIcon
    required property string statusTone
    required property string percent
    required property string amount
    required property string rate
    required property string timeLeft
    required property real fraction
    required property string problem
    required property int remedy
    required property string remedyText
    required property string server
    required property bool isLive
    required property bool isVideo
    required property bool isEnded
    required property string when
    required property bool canPause
    required property bool canResume
    required property bool canCancel
    required property bool canShow
    property bool isSelected: false
    property bool isCurrent: false
    property bool showsFocus: false

    readonly property bool isNarrow: width < 560 * Theme.scale
    readonly property color ink: row.statusTone === "good" ? Theme.good : row.statusTone === "warn" ? Theme.warn : row.statusTone === "bad" ? Theme.bad : row.statusTone === "accent" ? Theme.accent : Theme.textSoft
    /// "65 % · 2.4 MB / 3.7 MB · 1.2 MB/s · about 3 minutes left"
    readonly property string facts: row.joined(row.isEnded ? [row.amount, row.when] : [row.percent, row.amount, row.rate, row.timeLeft])

    signal chosen(int modifiers)
    signal opened
    signal pauseWanted
    signal cancelWanted
    signal folderWanted
    signal mendWanted
    signal menuWanted(real x, real y)

    function joined(parts: var): string {
        return parts.filter(part => part !== "").join(" · ");
    }

    implicitHeight: body.implicitHeight + 2 * Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: row.joined([row.name, row.isLive ? qsTr("live photo") : "", row.statusText, row.facts])
    Accessible.description: row.problem
    Accessible.selectable: true
    Accessible.selected: row.isSelected
    Accessible.focusable: true
    Accessible.focused: row.showsFocus
    Accessible.onPressAction: row.opened()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: row.isSelected ? Theme.accentSoft : row.isCurrent && row.showsFocus ? Theme.raised : Theme.surface
        border.width: 1
        border.color: row.isSelected ? Theme.accent : Theme.outline

        FocusRing {
            shown: row.showsFocus
            distance: -1
        }
    }

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: event => {
            if (event.button === Qt.RightButton)
                row.menuWanted(event.x, event.y);
            else
                row.chosen(event.modifiers);
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
        y: Theme.space2
        spacing: Theme.space3

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.space1
            name: row.isLive ? "live-photo" : row.isVideo ? "play" : "image"
            color: Theme.textSoft
            size: Theme.textTitle
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            Item {
                Layout.fillWidth: true
                implicitHeight: named.implicitHeight

                Label {
                    id: named

                    anchors.left: parent.left
                    anchors.right: from.visible ? from.left : parent.right
                    anchors.rightMargin: from.visible ? Theme.space2 : 0
                    text: row.name
                    elide: Text.ElideMiddle
                    Accessible.ignored: true
                }

                Label {
                    id: from

                    anchors.right: parent.right
                    anchors.verticalCenter: named.verticalCenter
                    width: Math.min(words.advanceWidth + 2, parent.width / 3)
                    visible: !row.isNarrow
                    text: row.origin
                    kind: "small"
                    horizontalAlignment: Text.AlignRight
                    elide: Text.ElideMiddle
                    Accessible.ignored: true

                    TextMetrics {
                        id: words

                        font: from.font
                        text: from.text
                    }
                }
            }

            ProgressBar {
                Layout.fillWidth: true
                visible: !row.isEnded
                value: Math.max(0, row.fraction)
                indeterminate: row.fraction < 0 && row.statusTone === "accent"
                tone: row.ink
                label: row.name
                Accessible.ignored: true
            }

            GridLayout {
                Layout.fillWidth: true
                columns: row.isNarrow ? 1 : 2
                columnSpacing: Theme.space3
                rowSpacing: 0

                Row {
                    spacing: Theme.space1

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: row.statusIcon
                        color: row.ink
                        size: Theme.textLarge
                    }

                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.isLive ? qsTr("%1 · live photo").arg(row.statusText) : row.statusText
                        color: row.ink
                        font.pixelSize: Theme.textSmall
                        Accessible.ignored: true
                    }
                }

                Label {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: row.facts
                    kind: "small"
                    wrapMode: row.isNarrow ? Text.Wrap : Text.NoWrap
                    horizontalAlignment: row.isNarrow ? Text.AlignLeft : Text.AlignRight
                    Accessible.ignored: true
                }
            }

            GridLayout {
                Layout.fillWidth: true
                visible: row.problem !== "" || (row.remedyText !== "" && row.isEnded)
                columns: row.isNarrow ? 1 : 2
                columnSpacing: Theme.space3

                Label {
                    Layout.fillWidth: true
                    visible: text !== "" || !row.isNarrow
                    text: row.problem
                    kind: "small"
                    color: row.statusTone === "bad" ? Theme.bad : Theme.textSoft
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }

                Button {
                    visible: text !== ""
                    Layout.alignment: Qt.AlignTop
                    focusPolicy: Qt.NoFocus
                    text: row.remedyText
                    onClicked: row.mendWanted()
                }
            }
        }

        Row {
            Layout.alignment: Qt.AlignTop
            // As wide in each row, so that the numbers stand below each other.
            Layout.preferredWidth: row.isNarrow ? implicitWidth : 3 * Theme.target
            layoutDirection: Qt.RightToLeft

            IconButton {
                id: more

                focusPolicy: Qt.NoFocus
                text: qsTr("More")
                icon.name: "more"
                onClicked: {
                    const place = more.mapToItem(row, 0, more.height);
                    row.menuWanted(place.x, place.y);
                }
            }

            IconButton {
                visible: row.canShow
                focusPolicy: Qt.NoFocus
                text: qsTr("Show in folder")
                keys: "O"
                icon.name: "folder"
                onClicked: row.folderWanted()
            }

            IconButton {
                visible: row.canCancel && !row.isNarrow
                focusPolicy: Qt.NoFocus
                text: qsTr("Cancel")
                keys: "Del"
                icon.name: "close"
                onClicked: row.cancelWanted()
            }

            IconButton {
                visible: row.canPause || row.canResume
                focusPolicy: Qt.NoFocus
                text: row.canResume ? qsTr("Resume") : qsTr("Pause")
                keys: "Space"
                icon.name: row.canResume ? "play" : "pause"
                onClicked: row.pauseWanted()
            }
        }
    }
}
