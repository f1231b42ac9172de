// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls

ControlsCase {
    id: testCase

    function test_whatHasTheFocusIsSeen() {
        const area = make(areaComponent);
        const first = findChild(area, "button 0");
        first.forceActiveFocus(Qt.TabFocusReason);
        compare(area.contentY, 0);
        for (let i = 0; i < 19; ++i) {
            keyClick(Qt.Key_Tab);
            const top = testCase.Window.activeFocusItem.mapToItem(area, 0, 0).y;
            verify(top >= 0 && top + first.height <= area.height, "button " + (i + 1) + " at " + top);
        }
        verify(area.contentY > 0);
        first.forceActiveFocus(Qt.TabFocusReason);
        compare(area.contentY, 0);
    }

    function test_wheelStopsAtTheEnds() {
        const area = make(areaComponent);
        for (let i = 0; i < 20; ++i)
            mouseWheel(area, 50, 50, 0, -120);
        compare(area.contentY, area.contentHeight - area.height);
        for (let i = 0; i < 20; ++i)
            mouseWheel(area, 50, 50, 0, 120);
        compare(area.contentY, 0);
    }

    // A touchpad tells small ways; the page goes just as far.
    function test_smallWays() {
        const area = make(areaComponent);
        mouseWheel(area, 50, 50, 0, -12);
        fuzzyCompare(area.contentY, 10, 0.5);
    }

    name: "ScrollArea"

    Component {
        id: areaComponent

        ScrollArea {
            width: 300
            height: 200

            Column {
                Repeater {
                    model: 20

                    Button {
                        required property int index

                        objectName: "button " + index
                        text: objectName
                    }
                }
            }
        }
    }
}
