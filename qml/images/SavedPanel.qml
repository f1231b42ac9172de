// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// The searches that are kept: to use, to rename, to delete, and to keep what is asked now.
T.Popup {
    id: panel

    required property FilterModel filter
    required property SavedSearches saved
    property int renamed: -1

    function openAt(at: Item) {
        const place = at.mapToItem(panel.parent, at.width, at.height + Theme.space1);
        panel.x = place.x - panel.width;
        panel.y = place.y;
        panel.renamed = -1;
        name.clear();
        panel.open();
    }

    function save() {
        if (name.text.trim() === "")
            return;
        panel.saved.save(name.text, panel.filter.query, panel.filter.search, panel.filter.order);
        panel.close();
    }

    width: Math.min(Math.round(320 * Theme.scale), (panel.parent?.width ?? 0) - 2 * Theme.space2)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space2
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

            Label {
                width: parent.width
                visible: panel.saved.count === 0
                padding: Theme.space2
                text: qsTr("Searches that you save are listed here.")
                kind: "soft"
                wrapMode: Text.Wrap
            }

            ListView {
                id: list

                width: parent.width
                height: Math.min(contentHeight, 8 * Theme.target)
                visible: count > 0
                clip: true
                keyNavigationEnabled: true
                activeFocusOnTab: true
                model: panel.saved
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Saved searches")
                T.ScrollBar.vertical: ScrollBar {
                }

                delegate: SavedRow {
                    width: list.width
                    isRenamed: panel.renamed === index
                    onChosen: {
                        panel.filter.show(filter, search, order);
                        panel.close();
                    }
                    onRenameWanted: panel.renamed = index
                    onNamed: text => {
                        panel.renamed = -1;
                        panel.saved.rename(index, text);
                    }
                    onRemovalWanted: panel.saved.remove(index)
                }
            }

            RowLayout {
                width: parent.width
                visible: !panel.filter.isEmpty && panel.filter.errorText === ""
                spacing: Theme.space2

                TextField {
                    id: name

                    objectName: "newName"
                    Layout.fillWidth: true
                    focus: true
                    placeholderText: qsTr("Name for what is shown now")
                    onAccepted: panel.save()
                }

                Button {
                    objectName: "save"
                    text: qsTr("Save")
                    enabled: name.text.trim() !== ""
                    onClicked: panel.save()
                }
            }
        }
    }

    background: Raised {
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Saved searches")
    }
}
