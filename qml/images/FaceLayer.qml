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
    signal left

    function stopDrawing() {
        layer.isDrawing = false;
        layer.left();
    }

    Repeater {
        model: layer.faces

        FaceBox {
            isShown: layer.isShown
            enabled: !layer.isDrawing
            onNamed: (name, person) => layer.faces.setName(faceId, name, person)
            onDismissed: {
                layer.faces.dismiss(faceId);
                layer.left();
            }
            onReshaped: box => layer.faces.reshape(faceId, box)
            onLeft: layer.left()
            onIsNamingChanged: layer.naming += isNaming ? 1 : -1
            Component.onDestruction: {
                if (isNaming)
                    --layer.naming;
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: layer.isDrawing
        focus: active

        sourceComponent: FocusScope {
            id: sheet

            property rect box: Qt.rect(0.4, 0.35, 0.2, 0.3)
            property bool isNaming: false
            property point start

            focus: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("A new face: move it with the arrows, change its size with Shift, then press Enter")
            Component.onCompleted: forceActiveFocus()
            Keys.onEscapePressed: layer.stopDrawing()
            Keys.onReturnPressed: sheet.isNaming = true
            Keys.onEnterPressed: sheet.isNaming = true
            Keys.onPressed: event => {
                const x = event.key === Qt.Key_Left ? -0.01 : event.key === Qt.Key_Right ? 0.01 : 0;
                const y = event.key === Qt.Key_Up ? -0.01 : event.key === Qt.Key_Down ? 0.01 : 0;
                if (x === 0 && y === 0)
                    return;
                event.accepted = true;
                const sizes = event.modifiers & Qt.ShiftModifier;
                const w = Math.max(0.01, Math.min(1, sheet.box.width + (sizes ? x : 0)));
                const h = Math.max(0.01, Math.min(1, sheet.box.height + (sizes ? y : 0)));
                sheet.box = Qt.rect(Math.max(0, Math.min(1 - w, sheet.box.x + (sizes ? 0 : x))), Math.max(0, Math.min(1 - h, sheet.box.y + (sizes ? 0 : y))), w, h);
            }

            MouseArea {
                anchors.fill: parent
                cursorShape: Qt.CrossCursor
                preventStealing: true
                onPressed: event => {
                    sheet.isNaming = false;
                    sheet.start = Qt.point(event.x, event.y);
                }
                onPositionChanged: event => {
                    const x = Math.max(0, Math.min(width, event.x));
                    const y = Math.max(0, Math.min(height, event.y));
                    sheet.box = Qt.rect(Math.min(x, sheet.start.x) / width, Math.min(y, sheet.start.y) / height, Math.abs(x - sheet.start.x) / width, Math.abs(y - sheet.start.y) / height);
                }
                onReleased: sheet.isNaming = sheet.box.width * width > 8 && sheet.box.height * height > 8
            }

            Rectangle {
                id: frame

                x: sheet.box.x * sheet.width
                y: sheet.box.y * sheet.height
                width: sheet.box.width * sheet.width
                height: sheet.box.height * sheet.height
                color: Qt.alpha(Theme.textOnStage, 0.12)
                radius: Theme.radius
                border.width: 3
                border.color: Theme.textOnStage

                Loader {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: parent.bottom
                    anchors.topMargin: Theme.space1
                    active: sheet.isNaming
                    focus: active

                    sourceComponent: NameField {
                        Component.onCompleted: forceActiveFocus()
                        onCanceled: layer.stopDrawing()
                        onNamed: (name, personId) => {
                            layer.faces.draw(sheet.box, name, personId);
                            layer.stopDrawing();
                        }
                    }
                }
            }
        }
    }
}
