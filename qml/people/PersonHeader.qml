// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.People

/// The lines above a person: the picture, the name, which can be edited in place, and what can be done.
Item {
    id: header

    required property PersonDetails details
    required property bool showsFaces
    required property bool showsHistory
    required property bool showsDetails
    property bool isNaming: false
    readonly property bool isNarrow: width < 640 * Theme.scale

    signal back
    signal switched(bool areFaces)
    signal named(string name)
    signal knownPersonNamed(string name, string person)
    signal namingEnded
    signal mergeWanted
    signal birthDateWanted
    signal historyWanted
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
        const faces = qsTr("%n face(s)", "", header.details.faceCount);
        const born = header.details.birthDate === "" ? "" : qsTr("born %1").arg(header.details.birthText);
        const hidden = header.details.isHidden ? qsTr("hidden") : "";
        let facts = photos + " · " + faces;
        for (const more of [born, hidden]) {
            if (more !== "")
                facts += " · " + more;
        }
        return facts;
    }

    implicitHeight: rows.implicitHeight + 2 * Theme.space3

    GridLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        y: Theme.space3
        columns: header.isNarrow ? 1 : 2
        columnSpacing: Theme.space3
        rowSpacing: Theme.space2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            IconButton {
                text: qsTr("Back")
                keys: "Alt+Left"
                icon.name: "arrow-left"
                onClicked: header.back()
            }

            Avatar {
                size: Math.round(56 * Theme.scale)
                name: header.details.name
                source: header.details.cover
                Accessible.ignored: true
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                // A bound component cannot be loaded by a Loader in Qt 6.4.
                Repeater {
                    model: header.isNaming ? 1 : 0

                    NameField {
                        Layout.fillWidth: true
                        Layout.maximumWidth: 360 * Theme.scale
                        person: header.details.person
                        text: header.details.name
                        onNamed: name => {
                            header.endNaming();
                            if (name.trim() !== header.details.name)
                                header.named(name);
                        }
                        onKnownPersonNamed: (name, person) => {
                            header.endNaming();
                            header.knownPersonNamed(name, person);
                        }
                        onCanceled: header.endNaming()
                        Component.onCompleted: {
                            forceActiveFocus(Qt.ShortcutFocusReason);
                            selectAll();
                        }
                    }
                }

                Button {
                    Layout.leftMargin: -leftPadding
                    Layout.maximumWidth: parent.width + leftPadding
                    visible: !header.isNaming
                    kind: "quiet"
                    text: header.details.name === "" ? qsTr("Add a name") : header.details.name
                    font.pixelSize: Theme.textTitle
                    font.weight: Font.DemiBold
                    Accessible.name: header.details.name === "" ? text : qsTr("%1, rename").arg(text)
                    onClicked: header.beginNaming()
                }

                Label {
                    Layout.fillWidth: true
                    text: header.details.status === PersonDetails.Ready ? header.factsOf() : ""
                    kind: "small"
                }
            }
        }

        Flow {
            id: acts

            /// In one line; a Flow alone takes the room of its widest part.
            readonly property real naturalWidth: {
                let sum = -spacing;
                for (let i = 0; i < children.length; ++i)
                    sum += children[i].visible ? children[i].implicitWidth + spacing : 0;
                return Math.ceil(sum);
            }

            Layout.alignment: header.isNarrow ? Qt.AlignLeft : Qt.AlignRight
            Layout.preferredWidth: naturalWidth
            Layout.maximumWidth: naturalWidth
            Layout.fillWidth: header.isNarrow
            spacing: Theme.space1

            Segmented {
                options: [qsTr("Photos"), qsTr("Faces")]
                currentIndex: header.showsFaces ? 1 : 0
                Accessible.name: qsTr("What to show of this person")
                onActivated: index => header.switched(index === 1)
            }

            IconButton {
                text: header.details.isFavourite ? qsTr("Take out of the favourites") : qsTr("Favourite")
                keys: "L"
                icon.name: header.details.isFavourite ? "heart-filled" : "heart"
                ink: header.details.isFavourite ? Theme.accent : Theme.text
                onClicked: PeopleActs.setFavourite([header.details.person], !header.details.isFavourite)
            }

            IconButton {
                text: qsTr("What was done")
                icon.name: "history"
                checkable: true
                checked: header.showsHistory
                onClicked: header.historyWanted()
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
    }

    Menu {
        id: menu

        MenuItem {
            text: qsTr("Name")
            keys: "F2"
            icon.name: "edit"
            onTriggered: header.beginNaming()
        }

        MenuItem {
            text: qsTr("Birth date…")
            icon.name: "calendar"
            onTriggered: header.birthDateWanted()
        }

        MenuItem {
            text: qsTr("Merge with somebody…")
            icon.name: "merge"
            onTriggered: header.mergeWanted()
        }

        MenuItem {
            text: qsTr("Split: choose faces")
            icon.name: "split"
            onTriggered: header.switched(true)
        }

        MenuItem {
            text: header.details.isHidden ? qsTr("Show again") : qsTr("Hide")
            keys: "H"
            icon.name: header.details.isHidden ? "eye" : "hide"
            onTriggered: PeopleActs.setHidden([header.details.person], !header.details.isHidden)
        }
    }
}
