// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Tests
import Kinframe.Ui

ControlsCase {
    id: testCase

    function findToast(stack: Item, text: string): Item {
        const column = stack.children[0];
        for (let i = 0; i < column.children.length; ++i) {
            if (column.children[i].text === text)
                return column.children[i];
        }
        return null;
    }

    function test_undo() {
        const stack = make(stackComponent);
        const undone = Surroundings.undone;
        Surroundings.act("2 photos moved to the trash");
        compare(stack.count, 1);
        const toast = testCase.findToast(stack, "2 photos moved to the trash");
        verify(toast);
        mouseClick(findChild(toast, "action"));
        compare(Surroundings.undone, undone + 1);
        tryVerify(() => !testCase.findToast(stack, "2 photos moved to the trash"));
        compare(stack.count, 1);
    }

    // Undo takes back the newest act, so that is the only one that offers it.
    function test_onlyTheNewestCanBeUndone() {
        const stack = make(stackComponent);
        Surroundings.act("first");
        Surroundings.act("second");
        compare(stack.count, 1);
        verify(testCase.findToast(stack, "second"));
        UndoStack.undo();
        UndoStack.undo();
    }

    function test_threeAtMost() {
        const stack = make(stackComponent);
        for (let i = 0; i < 5; ++i)
            stack.show("message " + i, "info");
        compare(stack.count, 3);
        verify(!testCase.findToast(stack, "message 1"));
        const older = testCase.findToast(stack, "message 3");
        const newest = testCase.findToast(stack, "message 4");
        tryVerify(() => newest.y > older.y && newest.y + newest.height <= stack.height);
    }

    function test_leadsToAFile() {
        const stack = make(stackComponent);
        wanted.target = stack;
        wanted.clear();
        stack.showFile("saved", "/videos/castle.mp4");
        const toast = testCase.findToast(stack, "saved");
        compare(findChild(toast, "action").text, "Show");
        mouseClick(findChild(toast, "action"));
        compare(wanted.count, 1);
        compare(wanted.signalArguments[0][0], "/videos/castle.mp4");
        tryVerify(() => !testCase.findToast(stack, "saved"));
        stack.show("said", "info");
        verify(!findChild(testCase.findToast(stack, "said"), "action").visible);
    }

    function test_waitsForWhoLooksAtIt() {
        const toast = make(toastComponent);
        finished.target = toast;
        finished.clear();
        mouseMove(toast, 10, 10);
        tryVerify(() => toast.hovered);
        wait(300);
        compare(finished.count, 0);
        mouseMove(testCase.place, 799, 599);
        tryCompare(finished, "count", 1);
    }

    name: "Toasts"

    SignalSpy {
        id: finished

        signalName: "finished"
    }

    SignalSpy {
        id: wanted

        signalName: "fileWanted"
    }

    Component {
        id: stackComponent

        ToastStack {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            width: 400
            height: implicitHeight
        }
    }

    Component {
        id: toastComponent

        Toast {
            text: "short"
            time: 150
        }
    }
}
