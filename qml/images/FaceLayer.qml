// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Ui.Images

/// The faces over a photo, and the box that somebody is just drawing.
Item {
    id: marks

    required property FaceBoxes faces
    property bool isShown: false
    property bool isDrawing: false
    readonly property bool isBusy: isDrawing || naming > 0
    property int naming: 0

    /// The keys are the viewer's again.
    signal finished

    function stopDrawing() {
        marks.isDrawing = false;
        marks.finished();
    }

    Repeater {
        model: marks.faces

        FaceBox {
            isShown: marks.isShown
            visible: !marks.isDrawing
            onNamed: (name, person) => marks.faces.setName(faceId, name, person)
            onDismissed: {
                marks.faces.dismiss(faceId);
                marks.finished();
            }
            onReshaped: box => marks.faces.reshape(faceId, box)
            onFinished: marks.finished()
            onIsNamingChanged: marks.naming += isNaming ? 1 : -1
            Component.onDestruction: {
                if (isNaming)
                    --marks.naming;
            }
        }
    }

    DrawSheet {
        anchors.fill: parent
        z: 2
        isOn: marks.isDrawing
        onDrawn: (box, name, personId) => {
            marks.faces.draw(box, name, personId);
            marks.stopDrawing();
        }
        onCanceled: marks.stopDrawing()
    }
}
