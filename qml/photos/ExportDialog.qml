// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// Where photos are to be copied, and as what. What was chosen last is offered again.
Dialog {
    id: dialog

    /// A Selection, or the id of one photo.
    property var what: null
    property int amount: 1
    readonly property bool isSmaller: format.currentIndex !== ExportActs.Original

    function ask(photos: var) {
        dialog.what = photos;
        dialog.amount = (photos as Selection)?.count ?? 1;
        folder.text = Preferences.value("export/folder", "");
        format.currentIndex = Preferences.value("export/format", 0);
        limited.checked = Preferences.value("export/limited", false);
        side.value = Preferences.value("export/side", 2048);
        sidecars.checked = Preferences.value("export/sidecars", false);
        dialog.open();
    }

    title: qsTr("Export %n photo(s)", "", amount)
    acceptText: qsTr("Export")
    canAccept: folder.text.trim() !== ""
    onOpened: folder.forceActiveFocus(Qt.PopupFocusReason)
    onAccepted: {
        Preferences.setValue("export/folder", folder.text);
        Preferences.setValue("export/format", format.currentIndex);
        Preferences.setValue("export/limited", limited.checked);
        Preferences.setValue("export/side", side.value);
        Preferences.setValue("export/sidecars", sidecars.checked);
        ExportActs.exportTo(dialog.what, folder.text, format.currentIndex, dialog.isSmaller && limited.checked ? side.value : 0, sidecars.checked);
    }

    PathPicker {
        id: picker

        title: qsTr("Where to export to")
        onPicked: urls => folder.text = ExportActs.pathOf(urls[0])
    }

    contentItem: ScrollArea {
        implicitHeight: column.implicitHeight

        Column {
            id: column

            width: parent.width
            spacing: Theme.space3

            RowLayout {
                width: parent.width
                spacing: Theme.space2

                TextField {
                    id: folder

                    Layout.fillWidth: true
                    label: qsTr("Folder")
                    onAccepted: {
                        if (dialog.canAccept)
                            dialog.accept();
                    }
                }

                IconButton {
                    Layout.alignment: Qt.AlignBottom
                    text: qsTr("Choose a folder")
                    icon.name: "folder"
                    onClicked: picker.pickFolder()
                }
            }

            Segmented {
                id: format

                width: Math.min(implicitWidth, parent.width)
                options: [qsTr("Originals"), qsTr("JPEG"), qsTr("WebP")]
                Accessible.name: qsTr("As what")
            }

            Flow {
                width: parent.width
                spacing: Theme.space2
                visible: dialog.isSmaller

                CheckBox {
                    id: limited

                    width: Math.min(implicitWidth, parent.width)
                    text: qsTr("At most this many pixels long:")
                }

                SpinBox {
                    id: side

                    enabled: limited.checked
                    from: 100
                    to: 20000
                    stepSize: 256
                    label: qsTr("Pixels of the longer side")
                }
            }

            CheckBox {
                id: sidecars

                width: parent.width
                text: qsTr("With what is known of them, in XMP files beside them")
            }

            Label {
                width: parent.width
                text: dialog.isSmaller ? qsTr("Videos are copied as they are. No file is replaced: where a name is taken, the new file gets a number.") : qsTr("The files as they were added. No file is replaced: where a name is taken, the new file gets a number.")
                kind: "small"
                wrapMode: Text.Wrap
            }
        }
    }
}
