// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// Shows photos one at a time over everything else. The viewer is an Item with the properties `model` and `row`; it
/// says that it has gone with Navigator.viewerClosed.
FocusScope {
    id: host

    required property url file
    property Item before: null

    /// The viewer has gone, and what had the keyboard before it too.
    signal keyboardFree

    visible: viewer.active

    Loader {
        id: viewer

        anchors.fill: parent
        active: false
        focus: true
    }

    Connections {
        target: Navigator

        function onViewerRequested(model: QtObject, row: int) {
            if (String(host.file) === "")
                return;
            host.before = host.Window.activeFocusItem;
            viewer.active = true;
            viewer.setSource(host.file, {
                    "model": model,
                    "row": row
                });
            host.forceActiveFocus();
        }

        function onViewerClosed() {
            viewer.active = false;
            viewer.source = "";
            // Not to a page that has been left meanwhile.
            if (host.before?.visible ?? false)
                host.before.forceActiveFocus();
            else
                host.keyboardFree();
            host.before = null;
        }
    }
}
