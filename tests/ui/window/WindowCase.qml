// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Tests
import Kinframe.Ui

/// What the tests of the window's parts have in common: a place to show things in, and that nothing warns.
TestCase {
    id: testCase

    property Item place: Item {
        parent: testCase.parent
        width: 1600
        height: 900
    }

    function make(component: Component, properties: var): var {
        const made = createTemporaryObject(component, testCase.place, properties ?? {});
        verify(made);
        return made;
    }

    /// The widths, text sizes and lengths that everything must have room in.
    function rooms(): var {
        const rows = [];
        for (const width of [480, 900, 1600]) {
            for (const scale of [1, 2]) {
                for (const isLong of [false, true])
                    rows.push({
                            "tag": width + " px, " + scale + " times, " + (isLong ? "long" : "as it is"),
                            "width": width,
                            "scale": scale,
                            "isLong": isLong
                        });
            }
        }
        return rows;
    }

    function enter(row: var) {
        testCase.place.width = row.width;
        Preferences.textScale = row.scale;
        Surroundings.longTexts = row.isLong;
    }

    function init() {
        failOnWarning(/.*/);
        testCase.place.width = 1600;
        Preferences.textScale = 1;
        Preferences.theme = "light";
        Surroundings.longTexts = false;
        mouseMove(testCase.place, 1599, 899);
    }

    width: 1600
    height: 900
    when: windowShown
}
