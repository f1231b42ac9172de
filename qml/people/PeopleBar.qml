// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.People

/// What can be done with the people who are selected.
Raised {
    id: bar

    required property Selection selection
    required property PeopleModel model
    readonly property bool isNarrow: parent ? parent.width < 560 * Theme.scale : false
    property bool isFavourite: false
    property bool isHidden: false

    signal mergeWanted
    signal favouriteWanted
    signal hideWanted

    function look() {
        const rows = bar.selection.rows();
        bar.isFavourite = bar.selection.count > 0 && bar.model.areAllFavourites(rows);
        bar.isHidden = bar.selection.count > 0 && bar.model.areAllHidden(rows);
    }

    implicitWidth: row.implicitWidth + 2 * Theme.space2
    implicitHeight: row.implicitHeight + 2 * Theme.space2
    visible: opacity > 0
    opacity: bar.selection.count > 1 ? 1 : 0
    enabled: bar.selection.count > 1
    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.stateTime
        }
    }

    Connections {
        target: bar.selection

        function onChanged() {
            bar.look();
        }
    }

    Connections {
        target: bar.model

        function onDataChanged() {
            bar.look();
        }
    }

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space1

        IconButton {
            text: qsTr("Select nobody")
            keys: "Esc"
            icon.name: "close"
            onClicked: bar.selection.clear()
        }

        Label {
            id: words

            Layout.rightMargin: Theme.space2
            text: bar.isNarrow ? Number(bar.selection.count).toLocaleString(Qt.locale(), "f", 0) : qsTr("%n selected", "", bar.selection.count)
        }

        Button {
            text: qsTr("Merge")
            icon.name: "merge"
            kind: "primary"
            onClicked: bar.mergeWanted()
        }

        IconButton {
            text: bar.isFavourite ? qsTr("Take out of the favourites") : qsTr("Favourite")
            keys: "L"
            icon.name: bar.isFavourite ? "heart-filled" : "heart"
            onClicked: bar.favouriteWanted()
        }

        IconButton {
            text: bar.isHidden ? qsTr("Show again") : qsTr("Hide")
            keys: "H"
            icon.name: bar.isHidden ? "eye" : "hide"
            onClicked: bar.hideWanted()
        }
    }
}
