// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme
import Kinframe.Ui.Images

/// The faces over a photo, and the box that somebody is just drawing.
Item {
    id: layer

    required property FaceBoxes faces
    property bool isShown: false
    property bool isDrawing: false
    readonly property bool isBusy: isDrawing || naming > 0
    property int naming: 0

    /// The keys are the viewer's again.
    signal finished

    function stopDrawing() {
        layer.isDrawing = false;
        layer.finished();
    }

    Repeater {
        model: layer.faces

        FaceBox {
            isShown: layer.isShown
            enabled: !layer.isDrawing
            onNamed: (name, person) => layer.faces.setName(faceId, name, person)
            onDismissed: {
                layer.faces.dismiss(faceId);
                layer.finished();
            }
            onReshaped: box => layer.faces.reshape(faceId, box)
            onFinished: layer.finished()
            onIsNamingChanged: layer.naming += isNaming ? 1 : -1
            Component.onDestruction: {
                if (isNaming)
                    --layer.naming;
            }
        }
    }

    DrawSheet {
        anchors.fill: parent
        isOn: layer.isDrawing
        onDrawn: (box, name, personId) => {
            layer.faces.draw(box, name, personId);
            layer.stopDrawing();
        }
        onCanceled: layer.stopDrawing()
    }
}
