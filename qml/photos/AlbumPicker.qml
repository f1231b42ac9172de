// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Albums

/// A field and the albums that fit what is written in it. What no album is called can be a new one's name.
FocusScope {
    id: picker

    /// Row of the chosen album; -1: a new one of the name that is written.
    property int current: 0
    readonly property string written: field.text.trim()
    readonly property bool isNew: current < 0 && written !== ""
    readonly property bool canTake: isNew || (current >= 0 && current < albums.count)

    /// Enter, or a click.
    signal taken
    signal chosen(string album, string name)
    signal newWanted(string name)

    function take() {
        if (picker.isNew)
            picker.newWanted(picker.written);
        else if (picker.canTake)
            picker.chosen(albums.idAt(picker.current), albums.data(albums.index(picker.current, 0), AlbumsModel.NameRole));
    }

    function step(by: int) {
        const first = picker.written !== "" && !picker.isKnown ? -1 : 0;
        picker.current = Math.max(first, Math.min(albums.count - 1, picker.current + by));
        list.positionViewAtIndex(Math.max(0, picker.current), ListView.Contain);
    }

    /// An album is called just that.
    property bool isKnown: false

    function look() {
        const known = albums.albumNamed(picker.written);
        picker.isKnown = known !== "";
        picker.current = picker.written === "" ? 0 : picker.isKnown ? albums.rowOfAlbum(known) : -1;
        list.positionViewAtIndex(Math.max(0, picker.current), ListView.Contain);
    }

    readonly property real row: Math.round(48 * Theme.scale)
    /// All but the albums.
    readonly property real around: field.height + (offer.visible ? offer.height + column.spacing : 0) + (list.count > 0 ? column.spacing : 0) + (words.visible ? words.height + column.spacing : 0)

    // Where there is less room, the albums scroll sooner.
    implicitHeight: around + Math.min(list.count, 6) * row

    AlbumsModel {
        id: albums

        order: AlbumsModel.ChangedFirst
        search: field.text
        onStatusChanged: picker.look()
        onSearchChanged: picker.look()
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.space2

        TextField {
            id: field

            objectName: "albumName"
            width: parent.width
            focus: true
            leadingIcon: "album"
            placeholderText: qsTr("Name of an album, or of a new one")
            maximumLength: 300
            Keys.onDownPressed: picker.step(1)
            Keys.onUpPressed: picker.step(-1)
            Keys.onReturnPressed: picker.taken()
            Keys.onEnterPressed: picker.taken()
        }

        MenuRow {
            id: offer

            width: parent.width
            visible: picker.written !== "" && !picker.isKnown
            highlighted: picker.current < 0
            text: qsTr("New album “%1”").arg(picker.written)
            focusPolicy: Qt.NoFocus
            onClicked: {
                picker.current = -1;
                picker.taken();
            }
        }

        ListView {
            id: list

            width: parent.width
            height: Math.max(picker.row, Math.min(Math.min(count, 6) * picker.row, picker.height - picker.around))
            visible: count > 0
            clip: true
            model: albums
            currentIndex: picker.current
            highlightFollowsCurrentItem: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Albums")
            T.ScrollBar.vertical: ScrollBar {
            }

            delegate: AlbumRow {
                required property int index

                width: list.width
                highlighted: picker.current === index
                focusPolicy: Qt.NoFocus
                onClicked: {
                    picker.current = index;
                    picker.taken();
                }
            }
        }

        Label {
            id: words

            width: parent.width
            visible: text !== ""
            text: albums.status === AlbumsModel.Failed ? albums.errorText : albums.status === AlbumsModel.Ready && albums.total === 0 && picker.written === "" ? qsTr("Write a name to make the first album.") : ""
            kind: "soft"
            wrapMode: Text.Wrap
        }
    }
}
