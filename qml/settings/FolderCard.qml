// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Settings

/// One folder: how it stands, what is wrong with it, what can be done.
Card {
    id: card

    required property FolderModel folders
    required property string folderId
    required property string name
    required property string path
    required property string stateText
    required property string problemText
    required property bool isAway
    required property bool isCopied
    required property bool isWatched
    required property bool isScanning
    required property int missingCount
    required property int refusedCount
    property string errorText: ""

    signal removalWanted(string folderId, string name)
    signal moveWanted(string folderId)

    function mend() {
        if (card.isAway)
            card.moveWanted(card.folderId);
        else if (card.missingCount > 0)
            card.folders.forgetMissing(card.folderId);
        else
            card.folders.askForRefused(card.folderId);
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: card.name

    Connections {
        target: card.folders

        function onRefused(folderId: string, sentence: string) {
            if (folderId === card.folderId)
                card.errorText = sentence;
        }
    }

    contentItem: ColumnLayout {
        spacing: Theme.space2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            Icon {
                Layout.alignment: Qt.AlignTop
                name: "folder"
                size: Theme.textDisplay
                color: card.isAway ? Theme.warn : Theme.accent
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Label {
                    Layout.fillWidth: true
                    text: card.name
                    kind: "large"
                }

                Label {
                    Layout.fillWidth: true
                    text: card.path
                    kind: "small"
                    elide: Text.ElideMiddle
                }

                Label {
                    Layout.fillWidth: true
                    text: card.isCopied ? qsTr("%1 · copied into the library").arg(card.stateText) : card.stateText
                    kind: "small"
                    wrapMode: Text.Wrap
                }
            }

            IconButton {
                Layout.alignment: Qt.AlignTop
                objectName: "more"
                text: qsTr("What can be done with “%1”").arg(card.name)
                icon.name: "more"
                onClicked: menu.open()

                FolderMenu {
                    id: menu

                    y: parent.height
                    isAway: card.isAway
                    isScanning: card.isScanning
                    onScanWanted: card.folders.scan(card.folderId)
                    onMoveWanted: card.moveWanted(card.folderId)
                    onRemovalWanted: card.removalWanted(card.folderId, card.name)
                }
            }
        }

        ProgressBar {
            Layout.fillWidth: true
            visible: card.isScanning
            indeterminate: true
            label: qsTr("“%1” is looked through").arg(card.name)
        }

        Banner {
            Layout.fillWidth: true
            objectName: "problem"
            visible: text !== ""
            kind: "warn"
            text: card.problemText
            actionText: card.isAway ? qsTr("Show where it is…") : card.missingCount > 0 ? qsTr("Move to the trash") : qsTr("Show which")
            onAction: card.mend()
        }

        Banner {
            Layout.fillWidth: true
            objectName: "error"
            visible: text !== ""
            kind: "bad"
            text: card.errorText
            dismissible: true
            onDismissed: card.errorText = ""
        }

        Switch {
            id: watching

            Layout.fillWidth: true
            text: qsTr("Follow changes")
            checked: card.isWatched
            onToggled: {
                card.folders.setWatched(card.folderId, checked);
                checked = Qt.binding(() => card.isWatched);
            }
        }
    }
}
