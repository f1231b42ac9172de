// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One search that is kept.
RowLayout {
    id: row

    required property string name
    required property string filter
    required property string search
    required property string order
    required property int index
    property bool isRenamed: false

    signal chosen
    signal named(string text)
    signal renameWanted
    signal removalWanted

    spacing: 0
    onIsRenamedChanged: {
        if (row.isRenamed) {
            field.text = row.name;
            field.forceActiveFocus(Qt.OtherFocusReason);
            field.selectAll();
        }
    }

    Button {
        Layout.fillWidth: true
        Layout.minimumWidth: 0
        visible: !row.isRenamed
        kind: "quiet"
        text: row.name
        Accessible.description: row.filter
        Keys.onDeletePressed: row.removalWanted()
        onClicked: row.chosen()
    }

    TextField {
        id: field

        Layout.fillWidth: true
        visible: row.isRenamed
        Accessible.name: qsTr("Name of the search")
        onAccepted: row.named(field.text)
        Keys.onEscapePressed: row.named(row.name)
    }

    IconButton {
        visible: !row.isRenamed
        text: qsTr("Rename “%1”").arg(row.name)
        icon.name: "edit"
        iconSize: Theme.textLarge
        onClicked: row.renameWanted()
    }

    IconButton {
        text: qsTr("Delete “%1”").arg(row.name)
        icon.name: "trash"
        iconSize: Theme.textLarge
        onClicked: row.removalWanted()
    }
}
