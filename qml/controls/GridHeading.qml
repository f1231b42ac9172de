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
        // The grid may go first.
        const selection = heading.grid?.selection ?? null;
        if (!selection || selection.isEmpty)
            return Qt.Unchecked;
        const items = heading.grid.itemsOfSection(heading.section);
        const chosen = items.filter(item => selection.contains(item)).length;
        return chosen === 0 ? Qt.Unchecked : chosen === items.length ? Qt.Checked : Qt.PartiallyChecked;
    }

    function toggle() {
        const selection = heading.grid.selection;
        const items = heading.grid.itemsOfSection(heading.section);
        if (box.checkState === Qt.Checked) {
            const last = items[items.length - 1];
            selection.setRows(selection.rows().filter(row => row < items[0] || row > last), false);
        } else {
            selection.setRows(items, true);
        }
    }

    // Headings above come to lie under the one that holds here.
    z: 2 + section
    y: Math.max(headerY, viewTop)
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
        onClicked: heading.toggle()
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
