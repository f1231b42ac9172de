// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme

/// The frame around a face, moved by its middle and made larger or smaller by its corners; Alt and the arrows do the
/// same (with Shift: the size).
Item {
    id: editor

    required property rect box
    property bool isSeen: true
    property bool isActive: false
    /// As it is being changed; the box itself stays until that is over.
    property rect shown: box
    readonly property real step: 0.005
    readonly property Item picture: parent?.parent ?? null

    signal changed(rect box)

    function bounded(x: real, y: real, width: real, height: real): rect {
        const w = Math.max(0.01, Math.min(1, width));
        const h = Math.max(0.01, Math.min(1, height));
        return Qt.rect(Math.max(0, Math.min(1 - w, x)), Math.max(0, Math.min(1 - h, y)), w, h);
    }

    function press(event: var): bool {
        if (!(event.modifiers & Qt.AltModifier))
            return false;
        const x = event.key === Qt.Key_Left ? -1 : event.key === Qt.Key_Right ? 1 : 0;
        const y = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
        if (x === 0 && y === 0)
            return false;
        const sizes = event.modifiers & Qt.ShiftModifier;
        const from = editor.shown;
        editor.shown = sizes ? editor.bounded(from.x, from.y, from.width + x * editor.step, from.height + y * editor.step) : editor.bounded(from.x + x * editor.step, from.y + y * editor.step, from.width, from.height);
        settle.restart();
        return true;
    }

    onBoxChanged: editor.shown = box

    // Many steps with the keys are one change.
    Timer {
        id: settle

        interval: 700
        onTriggered: editor.changed(editor.shown)
    }

    Rectangle {
        id: frame

        x: (editor.shown.x - editor.box.x) * (editor.picture?.width ?? 0)
        y: (editor.shown.y - editor.box.y) * (editor.picture?.height ?? 0)
        width: editor.shown.width * (editor.picture?.width ?? 0)
        height: editor.shown.height * (editor.picture?.height ?? 0)
        visible: editor.isSeen
        color: "transparent"
        radius: Theme.radius
        border.width: editor.isActive ? 3 : 2
        border.color: editor.isActive ? Theme.textOnStage : Qt.alpha(Theme.textOnStage, 0.8)

        Rectangle {
            anchors.fill: parent
            anchors.margins: -1
            z: -1
            color: "transparent"
            radius: parent.radius + 1
            border.width: 1
            border.color: Qt.alpha(Theme.stage, 0.6)
        }

        DragHandler {
            id: move

            property rect start

            target: null
            onActiveChanged: {
                if (active)
                    move.start = editor.shown;
                else
                    editor.changed(editor.shown);
            }
            onTranslationChanged: {
                if (active)
                    editor.shown = editor.bounded(move.start.x + translation.x / editor.picture.width, move.start.y + translation.y / editor.picture.height, move.start.width, move.start.height);
            }
        }

        Repeater {
            model: editor.isActive ? 4 : 0

            Rectangle {
                id: corner

                required property int index
                readonly property bool isRight: index % 2 === 1
                readonly property bool isBottom: index >= 2

                x: (isRight ? frame.width : 0) - width / 2
                y: (isBottom ? frame.height : 0) - height / 2
                width: Math.round(12 * Theme.scale)
                height: width
                radius: width / 2
                color: Theme.textOnStage
                border.width: 1
                border.color: Theme.stage

                DragHandler {
                    id: stretch

                    property rect start

                    target: null
                    margin: Theme.space1
                    onActiveChanged: {
                        if (active)
                            stretch.start = editor.shown;
                        else
                            editor.changed(editor.shown);
                    }
                    onTranslationChanged: {
                        if (!active)
                            return;
                        const x = translation.x / editor.picture.width;
                        const y = translation.y / editor.picture.height;
                        const from = stretch.start;
                        editor.shown = editor.bounded(corner.isRight ? from.x : from.x + x, corner.isBottom ? from.y : from.y + y, from.width + (corner.isRight ? x : -x), from.height + (corner.isBottom ? y : -y));
                    }
                }
            }
        }
    }
}
