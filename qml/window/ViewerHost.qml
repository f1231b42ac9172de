// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell

/// Shows photos one at a time over everything else. The viewer is an Item with the properties `model` and `row`; it
/// says that it has gone with Navigator.viewerClosed. Beside its file lies Compare.qml for two of them, with `model`,
/// `leftRow` and `rightRow`.
FocusScope {
    id: host

    required property url file
    property Item before: null

    /// The viewer has gone, and what had the keyboard before it too.
    signal keyboardFree

    function show(file: string, properties: var) {
        if (file === "")
            return;
        // What is above it goes first, where to go back to stays.
        if (!viewer.active)
            host.before = host.Window.activeFocusItem;
        viewer.active = true;
        viewer.setSource(file, properties);
        host.forceActiveFocus();
    }

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
            host.show(String(host.file), {
                    "model": model,
                    "row": row
                });
        }

        function onComparisonRequested(model: QtObject, left: int, right: int) {
            host.show(String(host.file).replace(/[^/]+$/, "Compare.qml"), {
                    "model": model,
                    "leftRow": left,
                    "rightRow": right
                });
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
