// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Theme

ControlsCase {
    id: testCase

    function isInside(item: Item, popup: var): bool {
        for (let above = item; above; above = above.parent) {
            if (above === popup.contentItem.parent)
                return true;
        }
        return false;
    }

    function focusItem(): Item {
        return testCase.Window.activeFocusItem;
    }

    function test_dialogKeepsTheFocusAndGivesItBack() {
        const button = make(buttonComponent);
        const dialog = make(dialogComponent);
        button.forceActiveFocus(Qt.TabFocusReason);
        dialog.open();
        tryVerify(() => dialog.opened);
        for (let i = 0; i < 5; ++i) {
            keyClick(Qt.Key_Tab);
            verify(testCase.isInside(testCase.focusItem(), dialog), testCase.focusItem());
        }
        keyClick(Qt.Key_Escape);
        tryVerify(() => !dialog.visible);
        verify(button.activeFocus);
    }

    function test_dialogAnswers() {
        const dialog = make(dialogComponent);
        accepted.target = dialog;
        rejected.target = dialog;
        accepted.clear();
        rejected.clear();
        dialog.open();
        tryVerify(() => dialog.opened);
        keyClick(Qt.Key_Escape);
        tryCompare(dialog, "visible", false);
        compare(rejected.count, 1);
        dialog.open();
        tryVerify(() => dialog.opened);
        const accept = findChild(dialog.footer, "accept");
        dialog.canAccept = false;
        mouseClick(accept);
        compare(accepted.count, 0);
        dialog.canAccept = true;
        mouseClick(accept);
        compare(accepted.count, 1);
        tryCompare(dialog, "visible", false);
    }

    function test_dialogThatChecksStaysOpen() {
        const dialog = make(dialogComponent);
        dialog.checksFirst = true;
        accepted.target = dialog;
        checkWanted.target = dialog;
        accepted.clear();
        checkWanted.clear();
        dialog.open();
        tryVerify(() => dialog.opened);
        mouseClick(findChild(dialog.footer, "accept"));
        compare(checkWanted.count, 1);
        compare(accepted.count, 0);
        verify(dialog.opened);
        dialog.accept();
        compare(accepted.count, 1);
        tryCompare(dialog, "visible", false);
    }

    function test_menu() {
        const menu = make(menuComponent);
        triggered.target = menu.itemAt(1);
        triggered.clear();
        menu.popup(testCase.place, 20, 20);
        tryVerify(() => menu.opened);
        tryVerify(() => menu.width >= menu.itemAt(0).implicitWidth);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(triggered.count, 1);
        tryVerify(() => !menu.visible);
    }

    function test_hiddenMenuItemsTakeNoRoom() {
        const menu = make(menuComponent);
        menu.open();
        tryVerify(() => menu.opened);
        const frame = 2 * menu.topPadding;
        tryCompare(menu, "height", 2 * Theme.target + frame);
        menu.itemAt(0).visible = false;
        tryCompare(menu, "height", Theme.target + frame);
    }

    function test_panelIsRemembered() {
        const panel = make(panelComponent);
        verify(!panel.open);
        panel.toggle();
        tryVerify(() => panel.implicitWidth === panel.size);
        panel.destroy();
        const again = make(panelComponent);
        verify(again.open);
        again.toggle();
        tryVerify(() => again.implicitWidth === 0);
    }

    name: "Popups"

    SignalSpy {
        id: checkWanted

        signalName: "checkWanted"
    }

    SignalSpy {
        id: accepted

        signalName: "accepted"
    }

    SignalSpy {
        id: rejected

        signalName: "rejected"
    }

    SignalSpy {
        id: triggered

        signalName: "triggered"
    }

    Component {
        id: buttonComponent

        Button {
            text: "Ask"
        }
    }

    Component {
        id: dialogComponent

        Dialog {
            title: "Delete 3 photos for ever?"

            Label {
                width: parent.width
                text: "They take 12.4 MB. This cannot be undone."
                wrapMode: Text.Wrap
            }

            TextField {
                width: parent.width
            }
        }
    }

    Component {
        id: menuComponent

        Menu {
            MenuItem {
                text: "Open in a new window"
                keys: "Ctrl+Shift+O"
            }

            MenuItem {
                text: "Move to trash"
                icon.name: "trash"
                keys: "Del"
            }
        }
    }

    Component {
        id: panelComponent

        SidePanel {
            title: "Details"
            key: "tests/panel"
        }
    }
}
