// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// How far something is, as a ring: 0 to 1; it turns where nobody knows.
Item {
    id: ring

    property real value: 0
    property bool indeterminate: false
    property string label: ""
    property color tone: Theme.accent

    implicitWidth: Math.round(20 * Theme.scale)
    implicitHeight: implicitWidth
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label
    Accessible.description: indeterminate ? "" : qsTr("%1 %").arg(Math.round(value * 100))

    Canvas {
        id: canvas

        readonly property real part: ring.indeterminate ? 0.28 : Math.max(0, Math.min(1, ring.value))
        readonly property color tone: ring.tone
        readonly property color rest: Theme.outline

        anchors.fill: parent
        onPartChanged: requestPaint()
        onToneChanged: requestPaint()
        onRestChanged: requestPaint()
        onPaint: {
            const context = getContext("2d");
            const middle = width / 2;
            context.reset();
            context.lineWidth = Math.max(2, width / 8);
            context.lineCap = "round";
            context.strokeStyle = rest;
            context.beginPath();
            context.arc(middle, middle, middle - context.lineWidth / 2, 0, 2 * Math.PI);
            context.stroke();
            if (part <= 0)
                return;
            context.strokeStyle = tone;
            context.beginPath();
            context.arc(middle, middle, middle - context.lineWidth / 2, -Math.PI / 2, (2 * part - 0.5) * Math.PI);
            context.stroke();
        }

        RotationAnimator on rotation  {
            running: ring.indeterminate && ring.visible && Theme.placeTime > 0
            loops: Animation.Infinite
            from: 0
            to: 360
            duration: 1100
        }
    }
}
