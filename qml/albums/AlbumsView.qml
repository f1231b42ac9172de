// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Ui.Albums

/// All albums, or one of them.
FocusScope {
    id: view

    /// The keys are this view's.
    required property bool isOn
    /// A GridCell of one photo of a list of photos.
    required property Component photoCell
    property string openAlbum: ""

    /// The photos are wanted in place of the albums.
    signal photosWanted

    function show(album: string) {
        view.openAlbum = album;
        if (album === "")
            all.forceActiveFocus();
    }

    AlbumsGrid {
        id: all

        anchors.fill: parent
        focus: view.openAlbum === ""
        visible: view.openAlbum === ""
        isOn: view.isOn && visible
        onAlbumOpened: album => view.show(album)
        onPhotosWanted: view.photosWanted()
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Repeater {
        model: view.openAlbum === "" ? 0 : 1

        AlbumPage {
            anchors.fill: parent
            focus: true
            isOn: view.isOn
            album: view.openAlbum
            photoCell: view.photoCell
            onBack: view.show("")
            onPhotosWanted: view.photosWanted()
            Component.onCompleted: forceActiveFocus()
        }
    }

    Connections {
        target: AlbumActs
        enabled: view.isOn

        // One that is made where the albums are is looked at; photos are added to one without leaving them.
        function onMade(album: string) {
            all.reveal(album);
        }
    }
}
