// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls

ControlsCase {
    id: testCase

    function test_checkBox() {
        const box = make(checkComponent);
        mouseClick(box);
        verify(box.checked);
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(!box.checked);
    }

    function test_switchIsAsWideAsItsTexts() {
        const control = make(switchComponent);
        const narrow = control.width;
        control.description = "A long sentence about what this is good for.";
        verify(control.width > narrow);
        mouseClick(control);
        verify(control.checked);
    }

    function test_segmented() {
        const control = make(segmentedComponent);
        activated.target = control;
        activated.clear();
        mouseClick(control, control.width - 10, control.height / 2);
        compare(control.currentIndex, 2);
        control.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Left);
        compare(control.currentIndex, 1);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        compare(control.currentIndex, 2);
        compare(activated.count, 3);
    }

    function test_slider() {
        const slider = make(sliderComponent);
        slider.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(slider.value, 4);
        compare(slider.valueText, "4");
        mouseDrag(slider, slider.width / 2, slider.height / 2, slider.width, 0);
        compare(slider.value, 5);
    }

    name: "Choices"

    SignalSpy {
        id: activated

        signalName: "activated"
    }

    Component {
        id: checkComponent

        CheckBox {
            text: "So it is"
        }
    }

    Component {
        id: switchComponent

        Switch {
            text: "On"
        }
    }

    Component {
        id: segmentedComponent

        Segmented {
            options: ["Day", "Month", "Year"]
        }
    }

    Component {
        id: sliderComponent

        Slider {
            to: 5
            stepSize: 1
            value: 3
            snapMode: Slider.SnapAlways
            showsTicks: true
        }
    }
}
