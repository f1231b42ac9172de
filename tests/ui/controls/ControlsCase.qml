// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Tests
import Kinframe.Ui

/// What all tests of views have in common: a place to show things in, and that nothing warns.
TestCase {
    id: testCase

    property Item place: Item {
        parent: testCase.parent
        width: 800
        height: 600
    }

    function make(component: Component, properties: var): var {
        const made = createTemporaryObject(component, testCase.place, properties ?? {});
        verify(made);
        return made;
    }

    function init() {
        failOnWarning(/.*/);
        Preferences.textScale = 1;
        Preferences.theme = "light";
        Surroundings.longTexts = false;
        // Nothing may be under the mouse of a test before.
        mouseMove(testCase.place, 799, 599);
    }

    width: 800
    height: 600
    when: windowShown
}
