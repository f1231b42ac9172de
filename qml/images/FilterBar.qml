// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// What the photos are narrowed down to: words, and conditions as chips or as the text that they stand for.
FocusScope {
    id: bar

    required property FilterModel filter
    required property SavedSearches saved
    property bool isText: false

    /// Back to the photos.
    signal done

    function focusSearch() {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    function showText() {
        bar.isText = true;
        written.forceActiveFocus(Qt.OtherFocusReason);
    }

    function removeAt(row: int) {
        // The chip goes, and the keyboard must not go with it.
        adder.forceActiveFocus(Qt.OtherFocusReason);
        bar.filter.remove(row);
    }

    function edit(row: int, chip: Item) {
        const at = bar.filter.index(row, 0);
        if (bar.filter.data(at, FilterModel.IsOtherRole))
            bar.showText();
        else
            popup.edit(row, bar.filter.data(at, FilterModel.PropertyRole), bar.filter.data(at, FilterModel.RelationRole), bar.filter.data(at, FilterModel.ValueRole), chip);
    }

    implicitHeight: column.implicitHeight + Theme.space3
    Keys.onEscapePressed: bar.done()

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        spacing: Theme.space2

        RowLayout {
            width: parent.width
            spacing: Theme.space2

            SearchField {
                id: search

                objectName: "search"
                Layout.fillWidth: true
                Layout.maximumWidth: Math.round(320 * Theme.scale)
                focus: true
                text: bar.filter.search
                placeholderText: qsTr("Words in names, tags, prompts, people")
                onQueryChanged: bar.filter.search = query
            }

            Item {
                Layout.fillWidth: true
            }

            IconButton {
                objectName: "asText"
                text: bar.isText ? qsTr("Show as chips") : qsTr("Show as text")
                icon.name: bar.isText ? "tag" : "edit"
                onClicked: {
                    if (bar.isText)
                        bar.isText = false;
                    else
                        bar.showText();
                }
            }

            IconButton {
                id: keeper

                objectName: "saved"
                text: qsTr("Saved searches")
                icon.name: "album"
                onClicked: panel.openAt(keeper)
            }

            IconButton {
                objectName: "clear"
                enabled: !bar.filter.isEmpty
                text: qsTr("Clear the filter")
                icon.name: "close"
                onClicked: {
                    bar.filter.clear();
                    bar.focusSearch();
                }
            }
        }

        Flow {
            width: parent.width
            spacing: Theme.space2
            visible: !bar.isText

            Repeater {
                model: bar.filter

                Chip {
                    id: chip

                    required property string title
                    required property int index

                    width: Math.min(implicitWidth, column.width)
                    text: title
                    removable: true
                    onClicked: bar.edit(index, chip)
                    onRemoved: bar.removeAt(index)
                    Keys.onReturnPressed: bar.edit(index, chip)
                    Keys.onEnterPressed: bar.edit(index, chip)
                }
            }

            Chip {
                id: adder

                objectName: "adder"
                text: qsTr("Add a condition")
                icon.name: "plus"
                onClicked: popup.add(adder)
                Keys.onReturnPressed: popup.add(adder)
                Keys.onEnterPressed: popup.add(adder)
            }
        }

        FilterText {
            id: written

            objectName: "written"
            width: parent.width
            visible: bar.isText
            filter: bar.filter
        }
    }

    FilterPopup {
        id: popup

        filter: bar.filter
        onDone: adder.forceActiveFocus(Qt.OtherFocusReason)
        onRemovalWanted: row => bar.removeAt(row)
    }

    SavedPanel {
        id: panel

        filter: bar.filter
        saved: bar.saved
    }
}
