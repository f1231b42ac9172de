// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

ControlsCase {
    id: testCase

    function light(part: real): real {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    function luminance(colour: color): real {
        return 0.2126 * testCase.light(colour.r) + 0.7152 * testCase.light(colour.g) + 0.0722 * testCase.light(colour.b);
    }

    /// WCAG 2.
    function contrast(one: color, other: color): real {
        const first = testCase.luminance(one);
        const second = testCase.luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    function test_texts_data() {
        const rows = [];
        for (const theme of ["light", "dark"]) {
            for (const ground of ["background", "surface", "raised", "accentSoft"]) {
                for (const ink of ["text", "textSoft", "accent", "good", "warn", "bad"])
                    rows.push({
                            "tag": theme + " " + ink + " on " + ground,
                            "theme": theme,
                            "ink": ink,
                            "ground": ground
                        });
            }
            for (const pair of [["textOnAccent", "accent"], ["textOnStage", "stage"], ["background", "text"], ["accentInverse", "text"]])
                rows.push({
                        "tag": theme + " " + pair[0] + " on " + pair[1],
                        "theme": theme,
                        "ink": pair[0],
                        "ground": pair[1]
                    });
        }
        return rows;
    }

    function test_texts(row: var) {
        Preferences.theme = row.theme;
        const found = testCase.contrast(Theme[row.ink], Theme[row.ground]);
        verify(found >= 4.5, found.toFixed(2) + " : 1");
    }

    function test_banners_data() {
        const rows = [];
        for (const theme of ["light", "dark"]) {
            for (const tone of ["accent", "good", "warn", "bad"])
                rows.push({
                        "tag": theme + " " + tone,
                        "theme": theme,
                        "tone": tone
                    });
        }
        return rows;
    }

    function test_banners(row: var) {
        Preferences.theme = row.theme;
        const ground = Qt.tint(Theme.surface, Qt.alpha(Theme[row.tone], 0.12));
        verify(testCase.contrast(Theme.text, ground) >= 4.5);
        verify(testCase.contrast(Theme[row.tone], ground) >= 3);
    }

    // The edges of fields and the ring of the focus are no texts, but have to be found.
    function test_edges_data() {
        return [{
                "tag": "light"
            }, {
                "tag": "dark"
            }];
    }

    function test_edges(row: var) {
        Preferences.theme = row.tag;
        for (const ground of [Theme.background, Theme.surface, Theme.raised]) {
            verify(testCase.contrast(Theme.outlineStrong, ground) >= 3);
            verify(testCase.contrast(Theme.accent, ground) >= 3);
        }
    }

    function test_initials_data() {
        return test_edges_data();
    }

    function test_initials(row: var) {
        Preferences.theme = row.tag;
        for (let i = 0; i < 500; ++i) {
            const ground = Theme.tint("Person " + i);
            const found = testCase.contrast(Theme.text, ground);
            verify(found >= 4.5, ground + ": " + found.toFixed(2));
        }
    }

    function test_scale() {
        const before = Theme.textNormal;
        Preferences.textScale = 2;
        compare(Theme.textNormal, 2 * before);
        compare(Theme.target, 64);
    }

    name: "Theme"
}
