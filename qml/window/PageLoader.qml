// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// The page of one place.
Loader {
    id: loader

    required property Place place

    active: false
    focus: visible
    visible: Navigator.place === loader.place.name
    source: loader.place.page
    // The keys are the page's, not its place's.
    onLoaded: (loader.item as Item).focus = true
    onStatusChanged: {
        if (loader.status === Loader.Error)
            console.error("The page of", loader.place.name, "cannot be made.");
    }
}
