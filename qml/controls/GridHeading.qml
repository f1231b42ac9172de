// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

/// The heading of a section: it stays at the top while its section is looked at. Its mark selects the whole section.
Rectangle {
    id: heading

    required property int section
    required property string title
    required property int itemCount
    required property real headerY

    required property GridWindow grid
    required property real viewTop

    function markState(): int {
        return heading.grid?.markOf(heading.section) ?? Qt.Unchecked;
    }

    // The grid may go first. Headings above come to lie under the one that holds here.
    z: 2 + section
    y: Math.max(headerY, viewTop) - (grid?.origin ?? 0)
    visible: section >= 0 && title !== ""
    color: Theme.background

    Connections {
        target: heading.grid?.selection ?? null

        function onChanged() {
            box.checkState = heading.markState();
        }
    }

    onSectionChanged: box.checkState = heading.markState()

    HoverHandler {
        id: pointer
    }

    CheckBox {
        id: box

        objectName: "section " + heading.section
        anchors.verticalCenter: parent.verticalCenter
        visible: (heading.grid?.selection ?? null) !== null
        opacity: pointer.hovered || checkState !== Qt.Unchecked || activeFocus ? 1 : 0
        focusPolicy: Qt.NoFocus
        nextCheckState: () => box.checkState
        onClicked: heading.grid.toggleSection(heading.section)
        Accessible.name: qsTr("Select everything of %1").arg(heading.title)
    }

    Label {
        id: words

        x: box.opacity > 0 ? box.width + Theme.space2 : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width - x - amount.width - Theme.space4)
        text: heading.title
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading

        Behavior on x  {
            NumberAnimation {
                duration: Theme.stateTime
            }
        }
    }

    Label {
        id: amount

        anchors.left: words.right
        anchors.leftMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        text: Number(heading.itemCount).toLocaleString(Qt.locale(), "f", 0)
        kind: "soft"
    }
}
