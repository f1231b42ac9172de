// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Photos as Photos
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// What can be done with the photos that are selected.
Raised {
    id: bar

    required property Selection selection
    property bool isTrash: false
    /// All of them are in the archive.
    property bool isArchive: false
    property bool isWanted: true

    /// They are looked at as those of an album.
    property bool isAlbum: false

    signal deletionWanted
    signal removalWanted
    signal menuWanted(Item at)

    readonly property bool isShown: isWanted && !selection.isEmpty
    readonly property bool isNarrow: parent ? parent.width < 520 * Theme.scale : false

    implicitWidth: row.implicitWidth + 2 * Theme.space2
    implicitHeight: row.implicitHeight + 2 * Theme.space2
    visible: opacity > 0
    opacity: isShown ? 1 : 0
    enabled: isShown
    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.stateTime
        }
    }

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space1

        IconButton {
            text: qsTr("Select nothing")
            keys: "Esc"
            icon.name: "close"
            onClicked: bar.selection.clear()
        }

        Label {
            id: words

            Layout.rightMargin: Theme.space2
            text: bar.isNarrow ? Number(bar.selection.count).toLocaleString(Qt.locale(), "f", 0) : qsTr("%n selected", "", bar.selection.count)
        }

        IconButton {
            visible: !bar.isTrash
            text: qsTr("Favourite")
            keys: "L"
            icon.name: "heart"
            onClicked: ImageActs.toggleFavourite(bar.selection)
        }

        IconButton {
            visible: !bar.isTrash
            text: qsTr("Tags")
            keys: "T"
            icon.name: "tag"
            onClicked: Photos.Requests.tagsWanted(bar.selection)
        }

        IconButton {
            visible: !bar.isTrash && !bar.isAlbum
            text: qsTr("Add to album")
            keys: "B"
            icon.name: "album"
            onClicked: Photos.Requests.albumsWanted(bar.selection)
        }

        IconButton {
            visible: bar.isAlbum
            text: qsTr("Take out of the album")
            keys: "Shift+B"
            icon.name: "minus"
            onClicked: bar.removalWanted()
        }

        IconButton {
            visible: bar.selection.count === 2
            text: qsTr("Compare")
            keys: "C"
            icon.name: "compare"
            onClicked: Navigator.compare(bar.selection.model, bar.selection.rows())
        }

        IconButton {
            visible: !bar.isTrash && !bar.isNarrow
            text: qsTr("Rotate to the left")
            keys: "Shift+R"
            icon.name: "rotate-left"
            onClicked: ImageActs.turn(bar.selection, -1)
        }

        IconButton {
            visible: !bar.isTrash && !bar.isNarrow
            text: qsTr("Rotate to the right")
            keys: "R"
            icon.name: "rotate-right"
            onClicked: ImageActs.turn(bar.selection, 1)
        }

        IconButton {
            visible: !bar.isTrash && !bar.isNarrow
            text: bar.isArchive ? qsTr("Take out of the archive") : qsTr("Archive")
            keys: "A"
            icon.name: "archive"
            onClicked: ImageActs.toggleArchived(bar.selection)
        }

        IconButton {
            visible: bar.isTrash
            text: qsTr("Restore")
            icon.name: "restore"
            onClicked: ImageActs.restore(bar.selection)
        }

        IconButton {
            text: bar.isTrash ? qsTr("Delete for good") : qsTr("Move to the trash")
            keys: "Del"
            icon.name: "trash"
            ink: bar.isTrash ? Theme.bad : Theme.text
            onClicked: {
                if (bar.isTrash)
                    bar.deletionWanted();
                else
                    ImageActs.moveToTrash(bar.selection);
            }
        }

        IconButton {
            id: more

            visible: !bar.isTrash
            text: qsTr("More")
            icon.name: "more"
            onClicked: bar.menuWanted(more)
        }
    }
}
