// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.People

/// Somebody was given a name that is somebody's already: are they the same?
Dialog {
    id: dialog

    property string person: ""
    property string known: ""
    property string name: ""
    property string cover: ""

    /// They are two, of the same name.
    signal keptApart(string person, string name)
    signal merged(string into)

    function ask(person: string, cover: string, name: string, known: string) {
        dialog.person = person;
        dialog.cover = cover;
        dialog.name = name;
        dialog.known = known;
        dialog.open();
    }

    title: qsTr("Is this the same person?")
    acceptText: qsTr("Yes, merge them")
    onAccepted: {
        PeopleActs.merge(dialog.known, [dialog.person]);
        dialog.merged(dialog.known);
    }

    PersonDetails {
        id: details

        person: dialog.opened ? dialog.known : ""
    }

    contentItem: Column {
        spacing: Theme.space4

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space4

            Avatar {
                size: Math.round(96 * Theme.scale)
                source: dialog.cover
            }

            Avatar {
                size: Math.round(96 * Theme.scale)
                source: details.cover
                name: details.name
            }
        }

        Label {
            width: parent.width
            text: qsTr("There is a “%1” in the library already, in %n photo(s).", "", details.photoCount).arg(dialog.name)
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }

        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("No, somebody else of the same name")
            onClicked: {
                dialog.close();
                dialog.keptApart(dialog.person, dialog.name);
            }
        }
    }
}
