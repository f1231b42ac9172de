// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One render: the newest picture of it, how it stands, how far it is, how long it takes and what it costs.
Item {
    id: row

    required property int index
    required property int taskId
    required property string name
    required property string requestText
    required property string stateText
    required property string stateIcon
    required property string stateTone
    required property string progressText
    required property real fraction
    required property string timeText
    required property string costText
    required property string problemText
    required property string picture
    required property string createdText
    required property bool canPause
    required property bool canResume
    required property bool isCurrent
    required property bool showsFocus

    readonly property bool isNarrow: width < 560 * Theme.scale
    readonly property string facts: {
        let text = row.progressText;
        for (const more of [row.timeText, row.costText])
            text += more !== "" ? " · " + more : "";
        return text;
    }

    signal chosen
    signal opened
    signal pauseWanted
    signal menuWanted(real x, real y)

    implicitHeight: body.implicitHeight + 2 * Theme.space3
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(row.name).arg(row.stateText).arg(row.facts)
    Accessible.description: row.problemText
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

        Item {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Math.round((row.isNarrow ? 64 : 112) * Math.sqrt(Theme.scale))
            Layout.preferredHeight: Math.round((row.isNarrow ? 48 : 72) * Math.sqrt(Theme.scale))

            Rectangle {
                anchors.fill: parent
                visible: row.picture === ""
                radius: Theme.radius
                color: Theme.raised

                Icon {
                    anchors.centerIn: parent
                    name: "renders"
                    color: Theme.textSoft
                    size: Theme.textDisplay
                }
            }

            Picture {
                anchors.fill: parent
                visible: row.picture !== ""
                radius: Theme.radius
                source: row.picture
                Accessible.ignored: true
            }
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
                text: row.isNarrow ? row.requestText : qsTr("%1 · %2").arg(row.requestText).arg(row.createdText)
                kind: "small"
                Accessible.ignored: true
            }

            GridLayout {
                Layout.fillWidth: true
                columns: row.isNarrow ? 1 : 2
                columnSpacing: Theme.space3
                rowSpacing: Theme.space1

                StateSign {
                    id: sign

                    text: row.stateText
                    icon: row.stateIcon
                    tone: row.stateTone
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
                value: row.fraction
                tone: sign.ink
                label: row.name
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.problemText
                kind: "small"
                color: row.stateTone === "bad" ? Theme.bad : Theme.textSoft
                wrapMode: Text.Wrap
                maximumLineCount: 2
                Accessible.ignored: true
            }
        }

        IconButton {
            Layout.alignment: Qt.AlignTop
            visible: !row.isNarrow
            opacity: row.canPause || row.canResume ? 1 : 0
            enabled: row.canPause || row.canResume
            focusPolicy: Qt.NoFocus
            text: row.canResume ? qsTr("Go on") : qsTr("Pause")
            keys: "Space"
            icon.name: row.canResume ? "play" : "pause"
            onClicked: row.pauseWanted()
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
