// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images
import Kinframe.Ui.People

/// One person: who they are, their photos, and their faces to be put right.
FocusScope {
    id: page

    required property string person
    required property bool isOn
    required property bool showsHistory
    property bool showsFaces: false
    readonly property bool hasChosen: showsFaces && !choice.isEmpty
    readonly property bool hasPhotos: !showsFaces && !choice.isEmpty
    /// The keys are this page's.
    readonly property bool hasKeys: isOn && !header.isNaming

    signal back
    signal personOpened(string person)
    signal historyWanted

    Keys.onEscapePressed: page.back()

    // One panel at a time: there is room for the pictures beside it.
    onShowsHistoryChanged: {
        if (page.showsHistory)
            panel.open = false;
    }

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

    function toggleDetails() {
        panel.toggle();
        if (panel.open && page.showsHistory)
            page.historyWanted();
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

    Connections {
        target: ImageActs

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    PhotoCommands {
        isOn: page.hasKeys && !page.showsFaces
        selection: choice
        group: qsTr("Photos of a person")
    }

    PersonCommands {
        isOn: page.hasKeys
        hasFaces: page.hasChosen
        hasPhotos: page.hasPhotos
        onBack: page.back()
        onNameWanted: header.beginNaming()
        onFavouriteWanted: PeopleActs.setFavourite([details.person], !details.isFavourite)
        onHideWanted: PeopleActs.setHidden([details.person], !details.isHidden)
        onBirthDateWanted: dialogs.askBirthDate()
        onMergeWanted: dialogs.askWhoElse()
        onSplitWanted: page.split()
        onMoveWanted: dialogs.askWhose(page.facesChosen())
        onRejectWanted: page.rejectChosen()
        onDismissWanted: page.dismissChosen()
        onSwitched: page.show(!page.showsFaces)
        onDetailsWanted: page.toggleDetails()
    }

    PersonHeader {
        id: header

        width: parent.width
        details: details
        showsFaces: page.showsFaces
        showsHistory: page.showsHistory
        showsDetails: panel.open
        onBack: page.back()
        onSwitched: areFaces => page.show(areFaces)
        onNamed: name => PeopleActs.rename(details.person, name)
        onKnownPersonNamed: (name, known) => dialogs.askWhetherSame(name, known)
        onNamingEnded: grid.forceActiveFocus()
        onMergeWanted: dialogs.askWhoElse()
        onBirthDateWanted: dialogs.askBirthDate()
        onHistoryWanted: page.historyWanted()
        onDetailsWanted: page.toggleDetails()
    }

    PictureGrid {
        id: grid

        objectName: "pictures"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: panel.left
        focus: true
        visible: total > 0
        model: page.showsFaces ? faces : photos
        selection: choice
        cell: Math.round(Math.min((page.showsFaces ? 112 : 168) * Math.sqrt(Theme.scale), grid.width / 2.5))
        name: page.showsFaces ? qsTr("Faces") : qsTr("Photos")
        delegate: page.showsFaces ? faceCell : photoCell
        onOpened: row => page.openPhoto(row)
        onDraggedOut: {
            if (!page.showsFaces)
                ExportActs.dragOut(choice, grid);
        }
        onContextMenuRequested: (row, x, y) => {
            if (row >= 0 && page.showsFaces)
                menu.popup(grid, x, y);
            else if (row >= 0)
                photoMenu.popup(grid, x, y);
        }
    }

    Component {
        id: faceCell

        FaceCell {
        }
    }

    Component {
        id: photoCell

        PhotoCell {
        }
    }

    PersonStates {
        anchors.fill: grid
        details: details
        items: grid.model as PersonItems
        cell: grid.cell
        onBack: page.back()
    }

    SelectionBar {
        anchors.horizontalCenter: grid.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        selection: choice
        isWanted: !page.showsFaces
        onMenuWanted: at => photoMenu.popup(at, 0, -photoMenu.height)
    }

    ImageMenu {
        id: photoMenu

        selection: choice
        onOpenWanted: page.openPhoto(grid.current)
    }

    SidePanel {
        id: panel

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        size: Math.min(Math.round(320 * Theme.scale), page.width)
        title: qsTr("Details")
        key: "details/open"
        Component.onCompleted: {
            if (page.showsHistory)
                panel.open = false;
        }

        DetailsPanel {
            anchors.fill: parent
            model: grid.model
            row: panel.open ? grid.current : -1
            selection: panel.open && !page.showsFaces ? choice : null
        }
    }

    FacesBar {
        anchors.horizontalCenter: grid.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        shown: page.hasChosen
        count: choice.count
        onClearWanted: choice.clear()
        onSplitWanted: page.split()
        onMoveWanted: dialogs.askWhose(page.facesChosen())
        onRejectWanted: page.rejectChosen()
        onDismissWanted: page.dismissChosen()
        onCoverWanted: PeopleActs.setCover(details.person, page.facesChosen()[0])
    }

    FacesMenu {
        id: menu

        amount: choice.count
        onPhotoWanted: page.openPhoto(choice.rows()[0])
        onSplitWanted: page.split()
        onMoveWanted: dialogs.askWhose(page.facesChosen())
        onRejectWanted: page.rejectChosen()
        onDismissWanted: page.dismissChosen()
        onCoverWanted: PeopleActs.setCover(details.person, page.facesChosen()[0])
    }

    PersonDialogs {
        id: dialogs

        details: details
    }
}
