// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Albums
import Kinframe.Shell

/// The images' place: all photos, or the albums they are in.
FocusScope {
    id: place

    property bool showsAlbums: false
    /// The albums are made when they are first looked at, and stay.
    property bool hadAlbums: false
    readonly property AlbumsView albums: made.count > 0 ? made.itemAt(0) as AlbumsView : null

    /// {"asset": id} of a photo, or {"album": id}.
    function openTarget(target: var) {
        place.show(target.album !== undefined);
        if (target.album !== undefined)
            place.albums.show(target.album);
        else
            photos.openTarget(target);
    }

    function show(areAlbums: bool) {
        place.hadAlbums = place.hadAlbums || areAlbums;
        place.showsAlbums = areAlbums;
        if (areAlbums)
            place.albums.forceActiveFocus();
        else
            photos.forceActiveFocus();
    }

    ImagesPage {
        id: photos

        anchors.fill: parent
        focus: !place.showsAlbums
        visible: !place.showsAlbums
        onAlbumsWanted: place.show(true)
    }

    Repeater {
        id: made

        model: place.hadAlbums ? 1 : 0

        AlbumsView {
            anchors.fill: parent
            focus: place.showsAlbums
            visible: place.showsAlbums
            isOn: place.visible && visible && !Navigator.isViewing
            onPhotosWanted: place.show(false)

            photoCell: ImageCell {
            }
        }
    }
}
