// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// What of the images is looked at: the photos, or the albums they are in.
Segmented {
    id: view

    required property bool isAlbums

    /// The other one is wanted.
    signal switched

    options: [qsTr("Photos"), qsTr("Albums")]
    currentIndex: view.isAlbums ? 1 : 0
    Accessible.name: qsTr("What to look at")
    onActivated: {
        // Each of both pages has one of these, which stays as it is.
        view.currentIndex = Qt.binding(() => view.isAlbums ? 1 : 0);
        view.switched();
    }
}
