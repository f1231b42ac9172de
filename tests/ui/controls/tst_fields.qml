// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Theme

ControlsCase {
    id: testCase

    function write(text: string) {
        for (const letter of text)
            keyClick(letter);
    }

    function test_clear() {
        const field = make(fieldComponent);
        mouseClick(field, 40, field.height / 2);
        verify(field.activeFocus);
        testCase.write("anna");
        compare(field.text, "anna");
        mouseClick(field, field.width - 10, field.topInset + Theme.target / 2);
        compare(field.text, "");
        verify(field.activeFocus);
    }

    function test_labelAndComplaintTakeRoom() {
        const field = make(fieldComponent);
        const height = field.height;
        compare(height, Theme.target);
        field.label = "Name";
        verify(field.height > height);
        compare(field.Accessible.name, "Name");
        const labelled = field.height;
        field.errorText = "A name cannot be empty.";
        verify(field.height > labelled);
        compare(field.Accessible.description, "A name cannot be empty.");
    }

    function test_searchWaitsForAPause() {
        const field = make(searchComponent);
        queries.target = field;
        queries.clear();
        field.forceActiveFocus();
        testCase.write("anna");
        tryCompare(field, "query", "anna");
        compare(queries.count, 1);
        testCase.write("s");
        keyClick(Qt.Key_Return);
        compare(field.query, "annas");
        keyClick(Qt.Key_Escape);
        compare(field.text, "");
        compare(field.query, "");
    }

    function test_completion_data() {
        return [{
                "tag": "texts",
                "completions": ["Anna", "Ben", "Hannah"],
                "textRole": ""
            }, {
                "tag": "objects",
                "completions": [{
                        "name": "Anna"
                    }, {
                        "name": "Ben"
                    }, {
                        "name": "Hannah"
                    }],
                "textRole": "name"
            }];
    }

    function test_completion(row: var) {
        const field = make(completionComponent, {
                "completions": row.completions,
                "textRole": row.textRole
            });
        entered.target = field;
        picked.target = field;
        entered.clear();
        picked.clear();
        field.forceActiveFocus();
        testCase.write("ann");
        verify(field.isOpen);
        compare(field.offered.length, 2);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(picked.count, 1);
        compare(picked.signalArguments[0][1], "Hannah");
        compare(field.text, "Hannah");
        verify(!field.isOpen);
        compare(entered.count, 0);
        keyClick(Qt.Key_Return);
        compare(entered.count, 1);
    }

    function test_completionClosesOnEscape() {
        const field = make(completionComponent, {
                "completions": ["Anna"]
            });
        field.forceActiveFocus();
        testCase.write("a");
        verify(field.isOpen);
        keyClick(Qt.Key_Escape);
        verify(!field.isOpen);
        compare(field.text, "a");
    }

    function test_completionByMouse() {
        const field = make(completionComponent, {
                "completions": ["Anna", "Hannah"]
            });
        picked.target = field;
        picked.clear();
        field.forceActiveFocus();
        testCase.write("a");
        mouseClick(testCase.place, 40, field.height + Theme.space2 + Theme.target * 1.5);
        compare(picked.count, 1);
        compare(field.text, "Hannah");
    }

    function test_tabLeavesSeveralLines() {
        const column = make(linesComponent);
        const lines = column.children[1];
        column.children[0].forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Tab);
        verify(lines.activeFocus);
        keyClick(Qt.Key_Tab);
        verify(column.children[2].activeFocus);
        keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
        verify(lines.activeFocus);
        keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
        verify(column.children[0].activeFocus);
        compare(lines.text, "");
    }

    function test_spinBox() {
        const box = make(spinComponent);
        mouseClick(box, box.width - 10, box.height / 2);
        compare(box.value, 5);
        mouseClick(box, 10, box.height / 2);
        mouseClick(box, 10, box.height / 2);
        compare(box.value, 3);
    }

    function test_comboBox() {
        const box = make(comboComponent);
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => box.popup.opened);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(box.currentText, "Light");
        tryVerify(() => !box.popup.visible);
    }

    name: "Fields"

    SignalSpy {
        id: queries

        signalName: "queryChanged"
    }

    SignalSpy {
        id: entered

        signalName: "entered"
    }

    SignalSpy {
        id: picked

        signalName: "picked"
    }

    Component {
        id: linesComponent

        Column {
            TextField {
                label: "Before"
            }

            TextArea {
                placeholderText: "Several lines"
            }

            TextField {
                label: "After"
            }
        }
    }

    Component {
        id: fieldComponent

        TextField {
            clearable: true
        }
    }

    Component {
        id: searchComponent

        SearchField {
        }
    }

    Component {
        id: completionComponent

        CompletionField {
        }
    }

    Component {
        id: spinComponent

        SpinBox {
            to: 16
            value: 4
        }
    }

    Component {
        id: comboComponent

        ComboBox {
            model: ["As the system", "Light", "Dark"]
        }
    }
}
