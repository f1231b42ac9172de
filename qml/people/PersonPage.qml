// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.People

/// One person: who they are, their photos, and their faces to be put right.
FocusScope {
    id: page

    required property string person
    required property bool isOn
    required property bool showsHistory
    property bool showsFaces: false
    readonly property bool hasChosen: showsFaces && !choice.isEmpty

    signal back
    signal personOpened(string person)
    signal historyWanted

    function facesChosen(): var {
        return faces.faceIdsAt(choice.rows());
    }

    function split() {
        if (page.hasChosen)
            PeopleActs.split(details.person, page.facesChosen());
        grid.forceActiveFocus();
    }

    function rejectChosen() {
        if (page.hasChosen)
            PeopleActs.rejectFaces(details.person, page.facesChosen());
        grid.forceActiveFocus();
    }

    function dismissChosen() {
        if (page.hasChosen)
            PeopleActs.dismissFaces(page.facesChosen());
        grid.forceActiveFocus();
    }

    function openPhoto(row: int) {
        Navigator.viewerRequested(page.showsFaces ? faces : photos, row);
    }

    function show(areFaces: bool) {
        page.showsFaces = areFaces;
        grid.contentY = 0;
        grid.forceActiveFocus();
    }

    PersonDetails {
        id: details

        person: page.person
        // Somebody who was merged goes on as whom they have become; nobody is left of one who is gone.
        onChanged: {
            if (details.status === PersonDetails.Gone)
                page.back();
        }
    }

    PersonPhotos {
        id: photos

        person: details.person
    }

    PersonFaces {
        id: faces

        person: details.person
    }

    Selection {
        id: choice

        model: page.showsFaces ? faces : photos
    }

    Connections {
        target: Navigator

        function onViewerClosed(model: QtObject, row: int) {
            if (model === grid.model)
                grid.positionAt(row);
        }
    }

    PersonCommands {
        isOn: page.isOn && !header.isNaming
        hasFaces: page.hasChosen
        onBack: page.back()
        onNameWanted: header.beginNaming()
        onFavouriteWanted: PeopleActs.setFavourite([details.person], !details.isFavourite)
        onHideWanted: PeopleActs.setHidden([details.person], !details.isHidden)
        onBirthDateWanted: birthDate.ask(details.birthDate)
        onMergeWanted: merging.open()
        onSplitWanted: page.split()
        onMoveWanted: moving.open()
        onRejectWanted: page.rejectChosen()
        onDismissWanted: page.dismissChosen()
        onSwitched: page.show(!page.showsFaces)
    }

    PersonHeader {
        id: header

        width: parent.width
        details: details
        showsFaces: page.showsFaces
        showsHistory: page.showsHistory
        onBack: page.back()
        onSwitched: areFaces => page.show(areFaces)
        onNamed: name => PeopleActs.rename(details.person, name)
        onKnownPersonNamed: (name, known) => same.ask(details.person, details.cover, name, known)
        onNamingEnded: grid.forceActiveFocus()
        onMergeWanted: merging.open()
        onBirthDateWanted: birthDate.ask(details.birthDate)
        onHistoryWanted: page.historyWanted()
    }

    PictureGrid {
        id: grid

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        visible: total > 0
        model: page.showsFaces ? faces : photos
        selection: choice
        cell: Math.round(Math.min((page.showsFaces ? 112 : 168) * Math.sqrt(Theme.scale), page.width / 2.5))
        name: page.showsFaces ? qsTr("Faces") : qsTr("Photos")
        delegate: page.showsFaces ? faceCell : photoCell
        onOpened: row => page.openPhoto(row)
        onContextMenuRequested: (row, x, y) => {
            if (row >= 0 && page.showsFaces)
                menu.popup(grid, x, y);
        }
    }

    Component {
        id: faceCell

        FaceCell {
            onPhotoWanted: page.openPhoto(itemIndex)
        }
    }

    Component {
        id: photoCell

        PhotoCell {
            onOpenWanted: page.openPhoto(itemIndex)
        }
    }

    PersonStates {
        anchors.fill: grid
        details: details
        items: grid.model as PersonItems
        cell: grid.cell
        onBack: page.back()
    }

    FacesBar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        // Above the words that say what was just done.
        anchors.bottomMargin: Theme.target + Theme.space6 + Theme.space4
        shown: page.hasChosen
        count: choice.count
        onClearWanted: choice.clear()
        onSplitWanted: page.split()
        onMoveWanted: moving.open()
        onRejectWanted: page.rejectChosen()
        onDismissWanted: page.dismissChosen()
        onCoverWanted: PeopleActs.setCover(details.person, page.facesChosen()[0])
    }

    FacesMenu {
        id: menu

        amount: choice.count
        onPhotoWanted: page.openPhoto(choice.rows()[0])
        onSplitWanted: page.split()
        onMoveWanted: moving.open()
        onRejectWanted: page.rejectChosen()
        onDismissWanted: page.dismissChosen()
        onCoverWanted: PeopleActs.setCover(details.person, page.facesChosen()[0])
    }

    MoveDialog {
        id: moving

        from: details.person
        title: qsTr("Whose %n face(s) are these?", "", choice.count)
        onChosen: (person, name) => {
            if (person === "")
                PeopleActs.moveFacesToNew(name, page.facesChosen());
            else
                PeopleActs.moveFaces(person, name, page.facesChosen());
        }
    }

    MoveDialog {
        id: merging

        from: details.person
        title: qsTr("Who else is this?")
        onChosen: (person, name) => {
            if (person === "")
                PeopleActs.rename(details.person, name);
            else
                PeopleActs.merge(person, [details.person]);
        }
    }

    MergeDialog {
        id: same

        onKeptApart: (person, name) => PeopleActs.rename(person, name)
    }

    BirthDateDialog {
        id: birthDate

        onChosen: date => PeopleActs.setBirthDate(details.person, date)
    }
}
