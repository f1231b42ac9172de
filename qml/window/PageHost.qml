// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Shell

/// Shows the page of the place that was asked for. Pages are made when they are first shown and then stay as they are.
FocusScope {
    id: host

    /// Of Place.
    required property var places

    function show(name: string, target: var) {
        for (let i = 0; i < pages.count; ++i) {
            const loader = pages.itemAt(i) as Loader;
            if (loader.place.name !== name)
                continue;
            loader.active = true;
            Navigator.place = name;
            loader.forceActiveFocus();
            // A page that leads to things within it has a function for that.
            if (loader.item && loader.item["openTarget"] && Object.keys(target).length > 0)
                loader.item["openTarget"](target);
        }
    }

    Repeater {
        id: pages

        model: host.places

        PageLoader {
            required property Place modelData

            place: modelData
            anchors.fill: parent
        }
    }

    Connections {
        function onRequested(place: string, target: var) {
            host.show(place, target);
        }

        target: Navigator
    }
}
