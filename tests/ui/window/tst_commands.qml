// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell
import Kinframe.Tests
import Kinframe.Window

WindowCase {
    id: testCase

    property int runs: 0
    property bool canMerge: true

    function findAll(item: var, isWanted: var, found: var): var {
        for (let i = 0; i < item.children.length; ++i) {
            if (isWanted(item.children[i]) && item.children[i].visible)
                found.push(item.children[i]);
            testCase.findAll(item.children[i], isWanted, found);
        }
        return found;
    }

    function rows(palette: var): var {
        return testCase.findAll(palette.contentItem, item => item instanceof CommandRow, []).map(row => row.text);
    }

    function open(component: Component): var {
        const popup = make(component);
        popup.open();
        tryVerify(() => popup.opened);
        return popup;
    }

    function write(text: string) {
        for (const letter of text)
            keyClick(letter);
    }

    function test_findsByAFewLetters() {
        const palette = testCase.open(paletteComponent);
        tryVerify(() => testCase.rows(palette).length === 3);
        testCase.write("mrg");
        tryCompare(testCase, "runs", 0);
        tryVerify(() => testCase.rows(palette).join() === "Merge people");
        keyClick(Qt.Key_Return);
        tryVerify(() => !palette.opened);
        compare(testCase.runs, 1);
    }

    function test_offersOnlyWhatCanBeDone() {
        testCase.canMerge = false;
        const palette = testCase.open(paletteComponent);
        verify(!testCase.rows(palette).includes("Merge people"));
        verify(!testCase.rows(palette).includes("Next photo"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => !palette.opened);
    }

    function test_arrowsChoose() {
        const palette = testCase.open(paletteComponent);
        tryVerify(() => testCase.rows(palette).length === 3);
        const all = testCase.findAll(palette.contentItem, item => item instanceof CommandRow, []);
        verify(all[0].highlighted);
        keyClick(Qt.Key_Down);
        tryVerify(() => all[1].highlighted && !all[0].highlighted);
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Up);
        tryVerify(() => all[0].highlighted);
        palette.close();
    }

    function test_saysThatNothingFits() {
        const palette = testCase.open(paletteComponent);
        testCase.write("xyz");
        tryVerify(() => testCase.rows(palette).length === 0);
        keyClick(Qt.Key_Return);
        tryVerify(() => !palette.opened);
        compare(testCase.runs, 0);
    }

    function test_helpShowsAllKeys() {
        const help = testCase.open(helpComponent);
        const names = help.groups.map(group => group.group);
        verify(names.includes("People"));
        verify(names.includes("Viewer"));
        const viewer = help.groups.find(group => group.group === "Viewer");
        compare(viewer.keys[0].sequences.join(), "Right,Space");
        // Without keys there is nothing to tell.
        verify(!names.includes("Nothing"));
        help.close();
    }

    function test_room_data() {
        return testCase.rooms();
    }

    function test_room(row: var) {
        testCase.enter(row);
        for (const component of [paletteComponent, helpComponent]) {
            const popup = testCase.open(component);
            popup.parent = testCase.place;
            waitForRendering(popup.contentItem);
            compare(Surroundings.clippedTexts(popup.contentItem).join("\n"), "");
            verify(popup.width <= row.width);
            popup.close();
            tryVerify(() => !popup.visible);
        }
    }

    name: "Commands"

    function cleanup() {
        testCase.runs = 0;
        testCase.canMerge = true;
    }

    Command {
        text: qsTr("Merge people")
        group: qsTr("People")
        icon: "merge"
        sequences: ["Ctrl+M"]
        enabled: testCase.canMerge
        onActivated: ++testCase.runs
    }

    Command {
        text: qsTr("Name this person")
        group: qsTr("People")
        sequences: ["F2"]
    }

    Command {
        text: qsTr("Next photo")
        group: qsTr("Viewer")
        sequences: ["Right", "Space"]
        isQuiet: true
    }

    Command {
        text: qsTr("Without keys")
        group: qsTr("Nothing")
    }

    Component {
        id: paletteComponent

        CommandPalette {
        }
    }

    Component {
        id: helpComponent

        KeyHelp {
        }
    }
}
