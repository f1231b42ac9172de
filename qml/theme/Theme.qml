// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Kinframe.Ui

/// Every colour, distance, size of type and time of the window.
QtObject {
    id: theme

    readonly property bool isDark: Preferences.theme === "dark" || (Preferences.theme !== "light" && SystemTheme.isDark)

    readonly property color background: isDark ? "#111316" : "#F7F8FA"
    readonly property color surface: isDark ? "#191C20" : "#FFFFFF"
    readonly property color raised: isDark ? "#23272D" : "#EEF0F4"
    readonly property color outline: isDark ? "#343A43" : "#D5DAE1"
    readonly property color outlineStrong: isDark ? "#79828F" : "#7C8592"
    readonly property color text: isDark ? "#ECEEF1" : "#16191D"
    readonly property color textSoft: isDark ? "#A3ABB8" : "#565E6B"
    readonly property color textOnAccent: isDark ? "#0B1220" : "#FFFFFF"
    readonly property color accent: isDark ? "#7FB0FF" : "#1F5FD6"
    readonly property color accentSoft: isDark ? "#1E2B42" : "#E3ECFD"
    /// On a surface in the colour of the text: short messages.
    readonly property color accentInverse: isDark ? "#1F5FD6" : "#7FB0FF"
    readonly property color good: isDark ? "#6FCF97" : "#1B7A43"
    readonly property color warn: isDark ? "#F0C04A" : "#8A5A00"
    readonly property color bad: isDark ? "#FF8A80" : "#B42318"
    /// Behind a picture that fills the window, in both themes.
    readonly property color stage: "#000000"
    readonly property color textOnStage: "#F2F4F7"
    readonly property color shade: isDark ? "#99000000" : "#66101418"

    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24
    readonly property int space6: 32

    readonly property int radius: 6
    readonly property int radiusLarge: 10

    readonly property real scale: Preferences.textScale
    readonly property int textSmall: Math.round(12 * scale)
    readonly property int textNormal: Math.round(13 * scale)
    readonly property int textLarge: Math.round(15 * scale)
    readonly property int textTitle: Math.round(18 * scale)
    readonly property int textDisplay: Math.round(24 * scale)

    /// The least height of what can be clicked.
    readonly property int target: Math.round(32 * scale)
    readonly property int focusWidth: 2
    /// From the foot of a page to a bar over it: the words that say what was just done come below.
    readonly property int barPlace: target + space6 + space4
    readonly property int gridGap: 4

    readonly property int stateTime: Preferences.reducedMotion ? 0 : 120
    readonly property int placeTime: Preferences.reducedMotion ? 0 : 200
    /// Waiting that is over sooner shows nothing.
    readonly property int waitTime: 150

    /// A colour of nobody's choosing for somebody without a picture, always the same for the same text.
    function tint(key: string): color {
        let sum = 0;
        for (let i = 0; i < key.length; ++i)
            sum = (sum * 31 + key.charCodeAt(i)) % 360;
        return Qt.hsla(sum / 360, 0.28, isDark ? 0.32 : 0.72, 1);
    }
}
