// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Albums

/// The lines above an album: its name, which can be edited in place, what is in it and what is said of it.
Item {
    id: header

    required property AlbumDetails details
    required property bool showsDetails
    property bool isNaming: false
    readonly property string shownName: details.name === "" ? qsTr("Untitled album") : details.name

    signal back
    signal named(string name)
    signal namingEnded
    signal descriptionWanted
    signal orderWanted
    signal deletionWanted
    signal detailsWanted

    function beginNaming() {
        header.isNaming = true;
    }

    function endNaming() {
        header.isNaming = false;
        header.namingEnded();
    }

    function factsOf(): string {
        const photos = qsTr("%n photo(s)", "", header.details.photoCount);
        return header.details.datesText === "" ? photos : photos + " · " + header.details.datesText;
    }

    implicitHeight: rows.implicitHeight + 2 * Theme.space3

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        y: Theme.space3
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            IconButton {
                text: qsTr("Back to all albums")
                keys: "Alt+Left"
                icon.name: "arrow-left"
                onClicked: header.back()
            }

            // A bound component cannot be loaded by a Loader in Qt 6.4.
            Repeater {
                model: header.isNaming ? 1 : 0

                AlbumNameField {
                    Layout.fillWidth: true
                    Layout.maximumWidth: 420 * Theme.scale
                    onNamed: name => {
                        header.endNaming();
                        if (name.trim() !== "" && name.trim() !== header.details.name)
                            header.named(name);
                    }
                    onCanceled: header.endNaming()
                    Component.onCompleted: begin(header.details.name)
                }
            }

            Button {
                id: title

                objectName: "albumTitle"
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                leftPadding: Theme.space2
                visible: !header.isNaming
                kind: "quiet"
                text: header.details.status === AlbumDetails.Ready ? header.shownName : ""
                font.pixelSize: Theme.textTitle
                font.weight: Font.DemiBold
                Accessible.name: qsTr("%1, rename").arg(text)
                onClicked: header.beginNaming()

                contentItem: Label {
                    text: title.text
                    font: title.font
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    Accessible.ignored: true
                }
            }

            Item {
                Layout.fillWidth: true
            }

            IconButton {
                text: qsTr("Details")
                keys: "I"
                icon.name: "info"
                checkable: true
                checked: header.showsDetails
                onClicked: header.detailsWanted()
            }

            IconButton {
                id: more

                text: qsTr("More")
                icon.name: "more"
                onClicked: menu.popup(more, 0, more.height)
            }
        }

        Label {
            id: facts

            Layout.fillWidth: true
            Layout.leftMargin: Theme.target + 2 * Theme.space2
            visible: header.details.status === AlbumDetails.Ready
            text: header.factsOf()
            kind: "small"
        }

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: 720 * Theme.scale
            Layout.leftMargin: Theme.target + 2 * Theme.space2
            Layout.topMargin: Theme.space1
            visible: text !== ""
            text: header.details.description
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
    }

    Menu {
        id: menu

        MenuItem {
            text: qsTr("Rename")
            keys: "F2"
            icon.name: "edit"
            onTriggered: header.beginNaming()
        }

        MenuItem {
            text: header.details.description === "" ? qsTr("Add a description…") : qsTr("Change the description…")
            keys: "E"
            icon.name: "list"
            onTriggered: header.descriptionWanted()
        }

        MenuItem {
            text: header.details.isOldestFirst ? qsTr("Newest photos first") : qsTr("Oldest photos first")
            icon.name: "sort"
            onTriggered: header.orderWanted()
        }

        MenuSeparator {
        }

        MenuItem {
            text: qsTr("Delete the album, keep the photos")
            icon.name: "trash"
            onTriggered: header.deletionWanted()
        }
    }
}
