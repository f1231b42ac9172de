// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Settings

/// What the tests of the settings have in common: the page over a library without folders, and that nothing warns.
TestCase {
    id: testCase

    // Of the program that runs the tests.
    readonly property var library: setup // qmllint disable unqualified
    property Item place: FocusScope {
        parent: testCase.parent
        width: 1000
        height: 700
        focus: true
    }
    property SettingsPage page: null

    function open(section: string, properties: var): SettingsPage {
        Preferences.setValue("settings/section", section);
        testCase.page = createTemporaryObject(pageComponent, testCase.place, properties ?? {});
        verify(testCase.page);
        tryVerify(() => testCase.page.index >= 0);
        return testCase.page;
    }

    /// The first item below with that name for screen readers, that text or that object name.
    function find(name: string, item: var): Item {
        const from = item ?? testCase.page;
        for (const child of Array.from(from.children)) {
            if (child.visible && (child.objectName === name || child.Accessible?.name === name || child.text === name))
                return child;
            const found = testCase.find(name, child);
            if (found)
                return found;
        }
        return null;
    }

    /// Waits for it.
    function wanted(name: string, item: var): Item {
        tryVerify(() => testCase.find(name, item) !== null, 10000, name);
        return testCase.find(name, item);
    }

    /// In the dialog or menu that is open.
    function above(name: string): Item {
        return testCase.wanted(name, testCase.place.Window.window.contentItem);
    }

    /// By its key. Two presses of the mouse in a moment would be a double click.
    function use(item: Item) {
        item.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
    }

    function press(item: Item) {
        mouseClick(item, item.width / 2, item.height / 2);
    }

    function init() {
        failOnWarning(/.*/);
        testCase.place.width = 1000;
        testCase.place.height = 700;
        Preferences.textScale = 1;
        Preferences.theme = "light";
        Preferences.language = "";
        Surroundings.longTexts = false;
        testCase.library.clear();
        mouseMove(testCase.place, 999, 699);
    }

    width: 1000
    height: 700
    when: windowShown

    Component {
        id: pageComponent

        SettingsPage {
            anchors.fill: parent
            focus: true
        }
    }
}
