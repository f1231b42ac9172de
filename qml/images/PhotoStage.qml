// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One photo that can be looked at closely: it fits its place, and from there it is enlarged and moved. Its preview is
/// there first, its own pixels come once the preview has too few.
Item {
    id: stage

    property string assetId: ""
    /// Tells one state of the photo from another; empty: not known yet, nothing is loaded.
    property string stamp: ""
    /// Of the photo itself; empty where it is not known.
    property size pixels: Qt.size(0, 0)
    property bool canZoom: true
    /// 1: all of it is seen.
    property real zoom: 1
    property point offset: Qt.point(0, 0)

    default property alias overlays: overlay.data
    readonly property alias content: content
    readonly property bool isShown: preview.status === Image.Ready || full.status === Image.Ready
    readonly property bool isBroken: preview.status === Image.Error && full.status !== Image.Ready
    readonly property bool isLoading: preview.status === Image.Loading && !isShown
    readonly property size natural: pixels.width > 0 && pixels.height > 0 ? pixels : Qt.size(Math.max(1, preview.implicitWidth), Math.max(1, preview.implicitHeight))
    /// Screen pixels for one of the photo where all of it is seen; small photos are not enlarged for that.
    readonly property real fit: Math.min(1 / ratio, width / natural.width, height / natural.height)
    readonly property real ratio: Screen.devicePixelRatio
    /// Of the photo's pixels, as people say it: 1 is 100 %.
    readonly property real magnification: fit * zoom * ratio
    readonly property real mostZoom: Math.max(4, 4 / (fit * ratio))
    readonly property bool isZoomed: zoom > 1.001

    /// Somebody enlarged or moved it.
    signal steered

    function reset() {
        stage.zoom = 1;
        stage.offset = Qt.point(0, 0);
    }

    /// Enlarges by a factor; what is at that place of the stage stays there.
    function zoomBy(factor: real, x: real, y: real) {
        stage.zoomTo(stage.zoom * factor, x, y);
    }

    function zoomTo(wanted: real, x: real, y: real) {
        if (!stage.canZoom)
            return;
        const next = Math.max(1, Math.min(stage.mostZoom, wanted));
        const by = next / stage.zoom;
        const fromMiddleX = x - stage.width / 2;
        const fromMiddleY = y - stage.height / 2;
        const moved = Qt.point(fromMiddleX + (stage.offset.x - fromMiddleX) * by, fromMiddleY + (stage.offset.y - fromMiddleY) * by);
        stage.zoom = next;
        stage.moveTo(moved.x, moved.y);
        stage.steered();
    }

    /// Between all of it and its own pixels.
    function toggleZoom(x: real, y: real) {
        stage.zoomTo(stage.isZoomed ? 1 : Math.max(2, 1 / (stage.fit * stage.ratio)), x, y);
    }

    function moveTo(x: real, y: real) {
        const mostX = Math.max(0, (content.width - stage.width) / 2);
        const mostY = Math.max(0, (content.height - stage.height) / 2);
        stage.offset = Qt.point(Math.max(-mostX, Math.min(mostX, x)), Math.max(-mostY, Math.min(mostY, y)));
    }

    onAssetIdChanged: stage.reset()
    onWidthChanged: stage.moveTo(stage.offset.x, stage.offset.y)
    onHeightChanged: stage.moveTo(stage.offset.x, stage.offset.y)
    clip: true

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onDoubleClicked: event => stage.toggleZoom(event.x, event.y)
    }

    Item {
        id: content

        width: Math.round(stage.natural.width * stage.fit * stage.zoom)
        height: Math.round(stage.natural.height * stage.fit * stage.zoom)
        x: Math.round((stage.width - width) / 2 + stage.offset.x)
        y: Math.round((stage.height - height) / 2 + stage.offset.y)

        Image {
            id: preview

            anchors.fill: parent
            asynchronous: true
            source: stage.stamp !== "" ? "image://library/preview/" + stage.assetId + "?" + stage.stamp : ""
            visible: full.status !== Image.Ready
            mipmap: true
            Accessible.ignored: true
        }

        Image {
            id: full

            // Once loaded it stays, so that going in and out does not load it again.
            property bool isWanted: false
            readonly property bool isNeeded: stage.stamp !== "" && stage.canZoom && Math.max(content.width, content.height) * stage.ratio > 1500

            onIsNeededChanged: {
                if (full.isNeeded)
                    full.isWanted = true;
            }
            anchors.fill: parent
            asynchronous: true
            source: full.isWanted && stage.stamp !== "" ? "image://library/full/" + stage.assetId + "?" + stage.stamp : ""
            cache: false
            visible: status === Image.Ready
            mipmap: true
            smooth: stage.magnification < 3
            Accessible.ignored: true

            Connections {
                target: stage

                function onAssetIdChanged() {
                    full.isWanted = full.isNeeded && stage.isZoomed;
                }
            }
        }

        Item {
            id: overlay

            anchors.fill: parent
        }
    }

    PinchHandler {
        id: pinch

        property real start: 1

        target: null
        enabled: stage.canZoom
        onActiveChanged: pinch.start = stage.zoom
        onActiveScaleChanged: {
            if (pinch.active)
                stage.zoomTo(pinch.start * pinch.activeScale, pinch.centroid.position.x, pinch.centroid.position.y);
        }
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => stage.zoomBy(Math.pow(1.2, event.angleDelta.y / 120), event.x, event.y)
    }

    DragHandler {
        id: drag

        property point start

        target: null
        enabled: stage.isZoomed
        onActiveChanged: drag.start = stage.offset
        onTranslationChanged: {
            if (!drag.active)
                return;
            stage.moveTo(drag.start.x + drag.translation.x, drag.start.y + drag.translation.y);
            stage.steered();
        }
    }
}
