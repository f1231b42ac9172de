// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Images

/// One photo of a list over everything else: alone on black, its tools gone after a while. Says that it has gone with
/// Navigator.viewerClosed.
FocusScope {
    id: viewer

    property alias model: cursor.model
    property alias row: cursor.row

    readonly property bool isChromeKept: panel.open || shown.faceLayer.isBusy || topPointer.hovered || bottom.isPointedAt || menu.visible || photo.errorText !== ""
    readonly property bool showsChrome: isChromeKept || !hide.isOver

    /// The list has only some of the photos.
    readonly property bool isOfSome: !(viewer.model instanceof TimelineModel)

    function showAmongAll() {
        Navigator.open("images", {
                "asset": photo.assetId
            });
    }

    function close() {
        shown.video.stop();
        Navigator.viewerClosed(viewer.model, cursor.row);
    }

    function step(by: int) {
        if (!(by > 0 ? cursor.hasNext : cursor.hasPrevious))
            return;
        shown.leave();
        stack.release();
        cursor.step(by);
    }

    function stepInStack(by: int) {
        viewer.wake();
        shown.leave();
        stack.step(by);
    }

    function wake() {
        hide.isOver = false;
        hide.restart();
    }

    function remove() {
        if (photo.isTrashed)
            deletion.ask(photo.assetId);
        else
            ImageActs.moveToTrash(photo.assetId);
    }

    function play() {
        if (photo.isVideo || photo.isLive)
            shown.video.toggle();
    }

    focus: true
    Accessible.role: Accessible.Graphic
    Accessible.name: photo.isLoaded ? qsTr("%1, %2").arg(photo.fileName).arg(photo.dateText) : ""
    Component.onCompleted: {
        Navigator.isViewing = true;
        home.forceActiveFocus();
        viewer.wake();
    }
    Component.onDestruction: Navigator.isViewing = false
    Keys.onPressed: viewer.wake()

    // Where the focus is while nothing has it: a scope would give it back to what had it last.
    Item {
        id: home

        focus: true
        Accessible.ignored: true
    }

    PhotoCursor {
        id: cursor

        others: stack.keys
        onEmptied: viewer.close()
    }

    StackPhotos {
        id: stack

        assetId: cursor.assetId
    }

    AssetDetails {
        id: photo

        assetId: stack.shownId
    }

    Neighbour {
        assetId: cursor.nextId
    }

    Neighbour {
        assetId: cursor.previousId
    }

    FaceBoxes {
        id: faces

        assetId: photo.isVideo ? "" : stack.shownId
        onFailed: sentence => Notices.fail(sentence)
    }

    Connections {
        target: Navigator

        function onRequested() {
            viewer.close();
        }
    }

    ViewerCommands {
        isOn: !shown.faceLayer.isBusy && !deletion.visible && !menu.visible && !dialogs.isOpen
        assetId: photo.assetId
        isTrashed: photo.isTrashed
        isArchived: photo.isArchived
        isOfSome: viewer.isOfSome
        onStepped: by => viewer.step(by)
        isStacked: stack.isStack
        isCover: stack.isCover
        onSteppedInStack: by => viewer.stepInStack(by)
        onClosed: viewer.close()
        onZoomed: direction => shown.stage.zoomBy(direction > 0 ? 1.25 : 0.8, shown.stage.width / 2, shown.stage.height / 2)
        onFitted: shown.stage.reset()
        onRated: stars => ImageActs.rate(photo.assetId, stars)
        onTurned: quarters => ImageActs.turn(photo.assetId, quarters)
        onTrashed: viewer.remove()
        onFavouriteToggled: ImageActs.setFavourite(photo.assetId, !photo.isFavourite)
        onFacesToggled: shown.faceLayer.isShown = !shown.faceLayer.isShown
        onDrawingWanted: shown.faceLayer.isDrawing = shown.canMark
        onDetailsToggled: panel.toggle()
        onPlayed: viewer.play()
        onWholeListWanted: viewer.showAmongAll()
    }

    Timer {
        id: hide

        property bool isOver: false

        interval: 2000
        onTriggered: hide.isOver = true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.stage
    }

    // Nothing below hears of the mouse.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onWheel: event => event.accepted = true
    }

    Item {
        id: screen

        anchors.fill: parent
        anchors.rightMargin: panel.implicitWidth

        ViewerScreen {
            id: shown

            anchors.fill: parent
            photo: photo
            faces: faces
            onFinished: home.forceActiveFocus()
        }

        HoverHandler {
            id: pointer

            property point rested

            cursorShape: viewer.showsChrome ? undefined : Qt.BlankCursor
            // Also told when something moves below a mouse that rests.
            onPointChanged: {
                if (pointer.rested !== pointer.point.scenePosition)
                    viewer.wake();
                pointer.rested = pointer.point.scenePosition;
            }
        }

        ViewerSteps {
            anchors.fill: parent
            visible: opacity > 0
            opacity: chrome.opacity
            hasPrevious: cursor.hasPrevious
            hasNext: cursor.hasNext
            onStepped: by => viewer.step(by)
        }

        ViewerTop {
            id: chrome

            width: parent.width
            visible: opacity > 0
            opacity: viewer.showsChrome ? 1 : 0
            photo: photo
            showsFaces: shown.faceLayer.isShown
            showsDetails: panel.open
            onClosed: viewer.close()
            onFacesToggled: shown.faceLayer.isShown = !shown.faceLayer.isShown
            onDetailsToggled: panel.toggle()
            onLivePlayed: viewer.play()
            onTurned: quarters => ImageActs.turn(photo.assetId, quarters)
            onFavouriteToggled: ImageActs.setFavourite(photo.assetId, !photo.isFavourite)
            onTrashed: viewer.remove()
            onRestored: ImageActs.restore(photo.assetId)
            onMenuWanted: at => menu.popup(at, 0, at.height)

            Behavior on opacity  {
                NumberAnimation {
                    duration: Theme.placeTime
                }
            }

            HoverHandler {
                id: topPointer
            }
        }

        ViewerBottom {
            id: bottom

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space4
            visible: opacity > 0
            opacity: chrome.opacity
            video: shown.video
            stack: stack
        }
    }

    SidePanel {
        id: panel

        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        size: Math.min(Math.round(320 * Theme.scale), viewer.width)
        title: qsTr("Details")
        key: "details/open"

        DetailsPanel {
            anchors.fill: parent
            model: cursor.model
            row: panel.open ? cursor.row : -1
            assetId: panel.open ? stack.shownId : ""
        }
    }

    ViewerMenu {
        id: menu

        assetId: photo.assetId
        isTrashed: photo.isTrashed
        isArchived: photo.isArchived
        isOfSome: viewer.isOfSome
        isStacked: stack.isStack
        isCover: stack.isCover
        canMark: shown.canMark
        onTurned: quarters => ImageActs.turn(photo.assetId, quarters)
        onFacesToggled: shown.faceLayer.isShown = !shown.faceLayer.isShown
        onDrawingWanted: shown.faceLayer.isDrawing = shown.canMark
        onFitted: shown.stage.reset()
        onWholeListWanted: viewer.showAmongAll()
    }

    PhotoDialogs {
        id: dialogs
    }

    DeleteDialog {
        id: deletion
    }
}
