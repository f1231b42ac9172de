// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Theme

ControlsCase {
    id: testCase

    function test_click() {
        const button = make(buttonComponent);
        clicked.target = button;
        clicked.clear();
        mouseClick(button);
        compare(clicked.count, 1);
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(clicked.count, 2);
        keyClick(Qt.Key_Return);
        compare(clicked.count, 3);
        button.enabled = false;
        mouseClick(button);
        compare(clicked.count, 3);
    }

    function test_focusIsShownForTheKeyboardOnly() {
        const button = make(buttonComponent);
        mouseClick(button);
        verify(!button.visualFocus);
        button.focus = false;
        button.forceActiveFocus(Qt.TabFocusReason);
        verify(button.visualFocus);
    }

    function test_kinds_data() {
        const rows = [];
        for (const kind of ["normal", "primary", "quiet", "danger"])
            rows.push({
                    "tag": kind
                });
        return rows;
    }

    function test_kinds(row: var) {
        const button = make(buttonComponent, {
                "kind": row.tag
            });
        verify(button.height >= Theme.target);
        verify(button.width > button.implicitContentWidth);
    }

    function test_iconButton() {
        const button = make(iconButtonComponent);
        compare(button.width, Theme.target);
        compare(button.height, Theme.target);
        compare(button.Accessible.name, "Search");
        // The tip comes while the mouse rests on it.
        mouseMove(button);
        tryVerify(() => button.hovered);
        tryVerify(() => button.tip?.opened);
        compare(button.tip.text, "Search");
    }

    function test_chip() {
        const chip = make(chipComponent);
        removed.target = chip;
        removed.clear();
        mouseClick(chip, chip.width - 10, chip.height / 2);
        compare(removed.count, 1);
        chip.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        compare(removed.count, 2);
    }

    name: "Buttons"

    SignalSpy {
        id: clicked

        signalName: "clicked"
    }

    SignalSpy {
        id: removed

        signalName: "removed"
    }

    Component {
        id: buttonComponent

        Button {
            text: "Import"
            icon.name: "plus"
        }
    }

    Component {
        id: iconButtonComponent

        IconButton {
            text: "Search"
            icon.name: "search"
            keys: "Ctrl+F"
        }
    }

    Component {
        id: chipComponent

        Chip {
            text: "Holidays"
            removable: true
        }
    }
}
