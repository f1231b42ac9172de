// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.People

/// Everybody as round pictures: those with names, then the groups that nobody has named.
FocusScope {
    id: view

    required property SuggestionsModel questions
    required property bool isOn
    required property bool showsHistory
    /// Whose name is being written; empty: nobody's.
    property string naming: ""
    /// Who comes after whoever is being named.
    property string next: ""
    /// What was written of it so far: a window that changes its size makes the field anew.
    property string draft: ""

    signal personOpened(string person)
    signal questionsWanted
    signal historyWanted

    function beginNaming(row: int) {
        if (row < 0)
            return;
        grid.positionAt(row);
        view.next = people.idAt(row + 1);
        view.draft = people.nameAt(row);
        view.naming = people.idAt(row);
    }

    function goTo(row: int) {
        grid.current = row;
        if (choice.count === 1)
            choice.select(row);
    }

    function endNaming() {
        view.naming = "";
        grid.forceActiveFocus();
    }

    function giveName(person: string, name: string) {
        view.endNaming();
        const before = people.nameAt(people.rowOfPerson(person));
        if (name.trim() === before)
            return;
        // Whoever gets their first name goes up to the others; the keyboard goes on with the next group, at once.
        const after = before === "" ? people.rowOfPerson(view.next) : -1;
        if (after >= 0)
            view.goTo(after);
        PeopleActs.rename(person, name);
    }

    function mergeChosen() {
        const ids = people.idsAt(choice.rows());
        if (ids.length < 2)
            return;
        const into = people.survivorOf(ids);
        PeopleActs.merge(into, ids.filter(id => id !== into));
        choice.clear();
        grid.forceActiveFocus();
    }

    /// The rows that an act is about: those selected, else the current one.
    function rowsMeant(): var {
        return !choice.isEmpty ? choice.rows() : grid.current >= 0 ? [grid.current] : [];
    }

    function toggleFavourite() {
        const rows = view.rowsMeant();
        if (rows.length > 0)
            PeopleActs.setFavourite(people.idsAt(rows), !people.areAllFavourites(rows));
    }

    function toggleHidden() {
        const rows = view.rowsMeant();
        if (rows.length === 0)
            return;
        PeopleActs.setHidden(people.idsAt(rows), !people.areAllHidden(rows));
        choice.clear();
        grid.forceActiveFocus();
    }

    PeopleModel {
        id: people

        search: header.query
        isByName: Preferences.value("people/byName", false)
        onIsByNameChanged: Preferences.setValue("people/byName", people.isByName)
    }

    Selection {
        id: choice

        model: people
    }

    PeopleCommands {
        isOn: view.isOn && view.naming === ""
        questions: view.questions
        chosen: choice.count
        hasCurrent: grid.current >= 0 || !choice.isEmpty
        onSearchWanted: header.focusSearch()
        onNameWanted: view.beginNaming(choice.count === 1 ? choice.rows()[0] : grid.current)
        onMergeWanted: view.mergeChosen()
        onFavouriteWanted: view.toggleFavourite()
        onHideWanted: view.toggleHidden()
        onHistoryWanted: view.historyWanted()
        onQuestionsWanted: view.questionsWanted()
        onStrictnessWanted: strictness.open()
    }

    PeopleHeader {
        id: header

        width: parent.width
        model: people
        showsHistory: view.showsHistory
        onHistoryWanted: view.historyWanted()
        onStrictnessWanted: strictness.open()
    }

    QuestionStrip {
        id: strip

        anchors.top: header.bottom
        width: parent.width
        model: view.questions
        onAllWanted: view.questionsWanted()

        property real before: 0

        // What is looked at below it stays where it is.
        onHeightChanged: {
            if (grid.contentY > 0)
                grid.contentY = Math.max(0, grid.contentY + strip.height - strip.before);
            strip.before = strip.height;
        }
    }

    PictureGrid {
        id: grid

        anchors.top: strip.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        visible: people.count > 0
        model: people
        selection: choice
        // Larger where there is much room.
        cell: Math.round(Math.min(Math.max(132, Math.min(220, view.width / 18)) * Math.sqrt(Theme.scale), view.width / 2.5))
        gap: Theme.space3
        caption: Math.round(Theme.textNormal * 1.5 + Theme.textSmall * 1.5 + Theme.space3)
        name: qsTr("People")
        onOpened: row => view.personOpened(people.idAt(row))
        onContextMenuRequested: (row, x, y) => {
            if (row >= 0)
                menu.popup(grid, x, y);
        }

        delegate: PersonCell {
            id: cell

            naming: view.naming !== "" && cell.personId === view.naming
            draft: view.draft
            onDrafted: text => view.draft = text
            onNameWanted: view.beginNaming(cell.itemIndex)
            onNamed: name => view.giveName(cell.personId, name)
            onKnownPersonNamed: (name, known) => {
                view.endNaming();
                merging.ask(cell.personId, cell.cover, name, known);
            }
            onNamingCanceled: view.endNaming()
        }
    }

    PeopleStates {
        anchors.fill: grid
        model: people
        cell: grid.cell
    }

    PeopleBar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        selection: choice
        model: people
        onMergeWanted: view.mergeChosen()
        onFavouriteWanted: view.toggleFavourite()
        onHideWanted: view.toggleHidden()
    }

    PeopleMenu {
        id: menu

        chosen: choice.count
        isFavourite: !choice.isEmpty && people.areAllFavourites(choice.rows())
        isHidden: !choice.isEmpty && people.areAllHidden(choice.rows())
        onOpenWanted: view.personOpened(people.idAt(choice.rows()[0]))
        onNameWanted: view.beginNaming(choice.rows()[0])
        onMergeWanted: view.mergeChosen()
        onFavouriteWanted: view.toggleFavourite()
        onHideWanted: view.toggleHidden()
    }

    MergeDialog {
        id: merging

        onKeptApart: (person, name) => PeopleActs.rename(person, name)
    }

    StrictnessDialog {
        id: strictness
    }
}
