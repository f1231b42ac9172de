// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Tests
import Kinframe.Ui.Shell
import Kinframe.Window

WindowCase {
    id: testCase

    function findText(item: Item, text: string): Item {
        for (let i = 0; i < item.children.length; ++i) {
            if (item.children[i].text === text && item.children[i].visible)
                return item.children[i];
            const found = testCase.findText(item.children[i], text);
            if (found)
                return found;
        }
        return null;
    }

    function test_takesWhatIsChosen() {
        const page = make(pageComponent);
        page.addFolders(["file:///photos/2025", "file:///photos/2026", "file:///photos/2025"]);
        compare(page.folders.length, 2);
        waitForRendering(page);
        chosen.target = page;
        chosen.clear();
        const first = testCase.findText(page, "/photos/2025");
        verify(first);
        mouseClick(first);
        verify(!first.checked);
        mouseClick(testCase.findText(page, "Leave them where they are"));
        mouseClick(testCase.findText(page, "Begin"));
        compare(chosen.count, 1);
        compare(chosen.signalArguments[0][0].map(String).join(), "file:///photos/2026");
        compare(chosen.signalArguments[0][1], true);
    }

    function test_beginsWithoutFolders() {
        const page = make(pageComponent);
        waitForRendering(page);
        chosen.target = page;
        chosen.clear();
        mouseClick(testCase.findText(page, "Begin"));
        compare(chosen.count, 0);
    }

    function test_room_data() {
        return testCase.rooms();
    }

    function test_room(row: var) {
        testCase.enter(row);
        const page = make(pageComponent);
        page.addFolders(["file:///home/somebody/Pictures/A very long name of a folder that somebody has given to it once upon a time"]);
        waitForRendering(page);
        compare(Surroundings.clippedTexts(page).join("\n"), "");
    }

    name: "FirstRun"

    SignalSpy {
        id: chosen

        signalName: "foldersChosen"
    }

    Component {
        id: pageComponent

        FirstRunPage {
            id: page

            anchors.fill: parent
            firstRun: FirstRun {
            }

            models: ModelDownload {
            }
        }
    }
}
