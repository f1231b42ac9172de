// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Servers

/// One photo of another library, as large as the page: not the original, which is not here.
FocusScope {
    id: preview

    required property RemoteGallery gallery
    property int row: -1
    property string picture: ""
    property string name: ""
    property bool isHere: false

    signal moved(int row)
    signal closed
    signal downloadWanted(bool isForLibrary)

    function show(row: int) {
        if (row < 0 || row >= preview.gallery.count)
            return;
        preview.row = row;
        preview.picture = preview.gallery.largePictureAt(row);
        preview.name = qsTr("%1 · %2").arg(preview.gallery.valueAt(row, "fileName")).arg(preview.gallery.valueAt(row, "dateText"));
        preview.isHere = preview.gallery.valueAt(row, "isHere") === true;
        preview.moved(row);
        preview.forceActiveFocus();
    }

    function close() {
        preview.row = -1;
        preview.picture = "";
        preview.closed();
    }

    visible: row >= 0
    Accessible.role: Accessible.Pane
    Accessible.name: preview.name
    Keys.onLeftPressed: preview.show(preview.row - 1)
    Keys.onRightPressed: preview.show(preview.row + 1)
    Keys.onReturnPressed: preview.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.stage

        // Nothing goes through to what lies below.
        MouseArea {
            anchors.fill: parent
            onDoubleClicked: preview.close()
        }
    }

    Picture {
        anchors.fill: parent
        anchors.topMargin: top.height
        fillMode: Image.PreserveAspectFit
        source: preview.picture
        Accessible.name: preview.name
    }

    Item {
        id: top

        width: parent.width
        height: Theme.target + 2 * Theme.space2

        IconButton {
            id: shut

            x: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Back")
            keys: "Esc"
            icon.name: "arrow-left"
            ink: Theme.textOnStage
            onClicked: preview.close()
        }

        Label {
            anchors.left: shut.right
            anchors.right: buttons.left
            anchors.margins: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            text: preview.isHere ? qsTr("%1 · here already").arg(preview.name) : preview.name
            color: Theme.textOnStage
            elide: Text.ElideMiddle
            Accessible.ignored: true
        }

        Row {
            id: buttons

            anchors.right: parent.right
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1

            IconButton {
                text: qsTr("Download to the gallery")
                keys: "D"
                icon.name: "download"
                ink: Theme.textOnStage
                onClicked: preview.downloadWanted(false)
            }

            IconButton {
                text: qsTr("Download into the library")
                keys: "Shift+D"
                icon.name: "images"
                ink: Theme.textOnStage
                onClicked: preview.downloadWanted(true)
            }
        }
    }
}
