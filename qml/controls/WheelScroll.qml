// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Gives a Flickable the wheel of a desktop: each notch glides a fixed way, a touchpad moves it just as far as the
/// fingers.
WheelHandler {
    id: wheel

    required property Flickable view
    /// How far a notch goes.
    property real step: 100
    property real goal: 0

    target: null
    acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad

    onWheel: event => {
        const lowest = view.originY - view.topMargin;
        const highest = Math.max(lowest, view.originY + view.contentHeight + view.bottomMargin - view.height);
        const isNotch = event.pixelDelta.y === 0 && Math.abs(event.angleDelta.y) >= 120;
        const way = event.pixelDelta.y !== 0 ? event.pixelDelta.y : event.angleDelta.y / 120 * wheel.step;
        if (way === 0)
            return;
        view.cancelFlick();
        const from = glide.running ? wheel.goal : view.contentY;
        wheel.goal = Math.max(lowest, Math.min(highest, from - way));
        if (isNotch && Theme.placeTime > 0) {
            glide.from = view.contentY;
            glide.to = wheel.goal;
            glide.restart();
        } else {
            glide.stop();
            view.contentY = Math.round(wheel.goal);
        }
    }

    property NumberAnimation glide: NumberAnimation {
        target: wheel.view
        property: "contentY"
        duration: Theme.placeTime
        easing.type: Easing.OutCubic
    }
}
