// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

/// The toasts of a window, the newest below, three at most. What was done comes with a way back, a file that was made
/// with a way to it.
Item {
    id: stack

    readonly property int most: 3
    readonly property alias count: toasts.count

    signal fileWanted(string file)

    /// What is said already is said again in place of the former.
    function show(text: string, kind: string) {
        for (let i = toasts.count - 1; i >= 0; --i) {
            const toast = toasts.get(i);
            if (toast.text === text && toast.kind === kind && !toast.isUndo)
                toasts.remove(i);
        }
        stack.append(text, kind, false, false);
    }

    function showFile(text: string, file: string) {
        stack.append(text, "info", false, false, file);
    }

    function append(text: string, kind: string, isUndo: bool, isAct: bool, file = "") {
        toasts.append({
                "text": text,
                "kind": kind,
                "isUndo": isUndo,
                "isAct": isAct,
                "file": file
            });
        while (toasts.count > stack.most)
            toasts.remove(0);
    }

    // Undo takes back the newest act only, so an older one offers it no longer; and bars over a page have room for one.
    function dropActs() {
        for (let i = toasts.count - 1; i >= 0; --i) {
            if (toasts.get(i).isAct)
                toasts.remove(i);
        }
    }

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    ListModel {
        id: toasts
    }

    Connections {
        target: UndoStack

        function onBegun() {
            stack.dropActs();
        }

        function onPushed(text: string) {
            stack.dropActs();
            stack.append(text, "info", true, true);
        }

        function onUndone(text: string) {
            stack.dropActs();
            stack.append(qsTr("Undone: %1").arg(text), "info", false, true);
        }

        function onRedone(text: string) {
            stack.dropActs();
            stack.append(text, "info", true, true);
        }
    }

    // Most acts are done before anybody could read it.
    Timer {
        interval: 500
        running: UndoStack.isAwaited
        onTriggered: stack.append(qsTr("It is undone as soon as it is done."), "info", false, true)
    }

    Column {
        id: column

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space2

        move: Transition {
            NumberAnimation {
                property: "y"
                duration: Theme.placeTime
                easing.type: Easing.OutCubic
            }
        }

        Repeater {
            model: toasts

            Toast {
                required property int index
                required property var model

                anchors.horizontalCenter: parent?.horizontalCenter
                width: Math.min(implicitWidth, stack.width > 0 ? stack.width : implicitWidth)
                text: model.text
                kind: model.kind
                actionText: model.isUndo ? qsTr("Undo") : model.file !== "" ? qsTr("Show") : ""
                time: actionText !== "" || model.kind !== "info" ? 8000 : 4000
                // Not the column's transition: one toast that comes while another moves would stay unseen.
                NumberAnimation on opacity  {
                    from: 0
                    to: 1
                    duration: Theme.placeTime
                }

                onAction: {
                    if (model.isUndo) {
                        UndoStack.undo();
                    } else {
                        stack.fileWanted(model.file);
                        toasts.remove(index);
                    }
                }
                onFinished: toasts.remove(index)
            }
        }
    }
}
