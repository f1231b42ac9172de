// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Shell
import Kinframe.Tests
import Kinframe.Ui

/// What the tests of the photo page and of the viewer have in common: a place, an empty library, no warnings.
TestCase {
    id: testCase

    // Of the program that runs the tests.
    readonly property var photos: library // qmllint disable unqualified
    property Item place: FocusScope {
        parent: testCase.parent
        width: 900
        height: 600
        focus: true
    }
    property var viewed: []
    property var closed: []

    function make(component: Component, properties: var): var {
        const made = createTemporaryObject(component, testCase.place, properties ?? {});
        verify(made);
        return made;
    }

    /// The first item below with that name for screen readers, or that object name.
    function find(item: Item, name: string): Item {
        for (const child of Array.from(item.children)) {
            if (child.visible && (child.Accessible?.name === name || child.text === name || child.objectName === name))
                return child;
            const found = testCase.find(child, name);
            if (found)
                return found;
        }
        return null;
    }

    function init() {
        // Here, where the views of the test before are gone: they would look for what is not there any more.
        testCase.photos.clear();
        failOnWarning(/.*/);
        testCase.place.width = 900;
        Preferences.textScale = 1;
        Preferences.theme = "light";
        Preferences.setValue("details/open", false);
        Surroundings.longTexts = false;
        testCase.viewed = [];
        testCase.closed = [];
        mouseMove(testCase.place, 899, 599);
    }

    width: 900
    height: 600
    when: windowShown

    Connections {
        target: Navigator

        function onViewerRequested(model: QtObject, row: int) {
            testCase.viewed.push(row);
        }

        function onViewerClosed(model: QtObject, row: int) {
            testCase.closed.push(row);
        }
    }
}
