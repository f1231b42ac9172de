// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui.People

/// The questions that the page of one person asks: who else they are, whose faces these are, when they were born.
Item {
    id: dialogs

    required property PersonDetails details
    /// Ids of the faces that are chosen.
    property var faces: []

    function askWhose(faces: var) {
        dialogs.faces = faces;
        moving.open();
    }

    function askWhoElse() {
        merging.open();
    }

    function askWhetherSame(name: string, known: string) {
        same.ask(dialogs.details.person, dialogs.details.cover, name, known);
    }

    function askBirthDate() {
        birthDate.ask(dialogs.details.birthDate);
    }

    MoveDialog {
        id: moving

        from: dialogs.details.person
        title: qsTr("Whose %n face(s) are these?", "", dialogs.faces.length)
        onChosen: (person, name) => {
            if (person === "")
                PeopleActs.moveFacesToNew(name, dialogs.faces);
            else
                PeopleActs.moveFaces(person, name, dialogs.faces);
        }
    }

    MoveDialog {
        id: merging

        from: dialogs.details.person
        title: qsTr("Who else is this?")
        onChosen: (person, name) => {
            if (person === "")
                PeopleActs.rename(dialogs.details.person, name);
            else
                PeopleActs.merge(person, [dialogs.details.person]);
        }
    }

    MergeDialog {
        id: same

        onKeptApart: (person, name) => PeopleActs.rename(person, name)
    }

    BirthDateDialog {
        id: birthDate

        onChosen: date => PeopleActs.setBirthDate(dialogs.details.person, date)
    }
}
