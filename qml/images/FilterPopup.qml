// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// One condition: of what, how, and to what it is compared.
T.Popup {
    id: popup

    required property FilterModel filter
    property int row: -1
    property Item chip: null
    property bool isWrong: false
    readonly property var choices: [...popup.filter.properties(), {
            "property": "",
            "title": qsTr("Another property")
        }]
    readonly property bool isOpenProperty: kinds.currentIndex === popup.choices.length - 1
    readonly property string property: isOpenProperty ? nameField.text.trim() : popup.choices[Math.max(0, kinds.currentIndex)].property
    // With the choices, so that they speak the same language.
    readonly property var relations: popup.choices.length > 0 ? popup.filter.relations(popup.property) : []
    readonly property bool needsValue: popup.relations[Math.max(0, relation.currentIndex)]?.needsValue ?? false

    signal done
    signal removalWanted(int row)

    function add(at: Item) {
        popup.edit(-1, popup.choices[0].property, -1, "", at);
    }

    function edit(row: int, property: string, relation: int, value: string, at: Item) {
        popup.row = row;
        popup.chip = at;
        popup.isWrong = false;
        const known = popup.choices.findIndex(each => each.property === property);
        kinds.currentIndex = known < 0 ? popup.choices.length - 1 : known;
        nameField.text = known < 0 ? property : "";
        popup.choose(relation);
        valueField.text = value;
        const place = at.mapToItem(popup.parent, 0, at.height + Theme.space1);
        popup.x = place.x;
        popup.y = place.y;
        popup.open();
    }

    function choose(wanted: int) {
        relation.currentIndex = Math.max(0, popup.relations.findIndex(each => each.relation === wanted));
    }

    function apply() {
        const how = popup.relations[Math.max(0, relation.currentIndex)].relation;
        popup.isWrong = !popup.filter.put(popup.row, popup.property, how, valueField.text);
        if (popup.isWrong)
            return;
        popup.close();
        popup.done();
    }

    width: Math.min(Math.round(300 * Theme.scale), (popup.parent?.width ?? 0) - 2 * Theme.space2)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space3
    margins: Theme.space2
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: FocusMemory.remember(T.Overlay.overlay)
    onClosed: FocusMemory.giveBack(T.Overlay.overlay)

    contentItem: FocusScope {
        focus: true
        implicitHeight: column.implicitHeight

        Column {
            id: column

            width: parent.width
            spacing: Theme.space2

            ComboBox {
                id: kinds

                objectName: "kinds"
                width: parent.width
                focus: true
                label: qsTr("Property")
                model: popup.choices
                textRole: "title"
                onActivated: {
                    popup.choose(-1);
                    valueField.text = "";
                    popup.isWrong = false;
                }
            }

            CompletionField {
                id: nameField

                objectName: "name"
                width: parent.width
                visible: popup.isOpenProperty
                placeholderText: qsTr("Name of the property")
                completions: names
                textRole: "title"
                onTextChanged: popup.choose(-1)

                QueryCompletion {
                    id: names

                    kind: QueryCompletion.Names
                    text: nameField.text
                }
            }

            ComboBox {
                id: relation

                objectName: "relation"
                width: parent.width
                label: qsTr("Comparison")
                model: popup.relations
                textRole: "title"
            }

            CompletionField {
                id: valueField

                objectName: "value"
                width: parent.width
                visible: popup.needsValue
                placeholderText: popup.filter.hintFor(popup.property)
                Accessible.name: qsTr("Value")
                completions: values
                textRole: "title"
                errorText: popup.isWrong ? qsTr("Write a value that this property can have.") : ""
                onTextEdited: popup.isWrong = false
                onEntered: popup.apply()

                QueryCompletion {
                    id: values

                    kind: QueryCompletion.Values
                    property: popup.property
                    text: valueField.text
                }
            }

            Flow {
                width: parent.width
                layoutDirection: Qt.RightToLeft
                spacing: Theme.space2

                Button {
                    objectName: "apply"
                    text: qsTr("Apply")
                    kind: "primary"
                    enabled: popup.property !== ""
                    onClicked: popup.apply()
                }

                Button {
                    visible: popup.row >= 0
                    text: qsTr("Remove")
                    onClicked: {
                        popup.close();
                        popup.removalWanted(popup.row);
                    }
                }
            }
        }
    }

    background: Raised {
        Accessible.role: Accessible.Dialog
        Accessible.name: popup.row < 0 ? qsTr("Add a condition") : qsTr("Change the condition")
    }
}
