// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui.Images

/// A photo that may be looked at next: its preview is ready before one comes to it.
Image {
    property alias assetId: photo.assetId

    visible: false
    asynchronous: true
    source: photo.isLoaded && photo.isReady ? "image://library/preview/" + photo.assetId + "?" + photo.stamp : ""
    Accessible.ignored: true

    AssetDetails {
        id: photo
    }
}
