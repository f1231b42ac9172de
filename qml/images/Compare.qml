// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Images

/// Two photos of a list side by side over everything else: enlarged and moved together, with what is different about
/// them. Says that it has gone with Navigator.viewerClosed.
FocusScope {
    id: compare

    property var model: null
    property int leftRow: -1
    property int rightRow: -1
    /// What is done to one is done to the other.
    property bool isLinked: true
    property bool isRightActive: true
    property bool showsTable: Preferences.value("compare/table", true)
    readonly property AssetDetails active: isRightActive ? rightPhoto : leftPhoto
    /// Below each other in a high window.
    readonly property bool isStacked: width < 0.8 * height && height > 700 * Theme.scale

    function close() {
        Navigator.viewerClosed(compare.model, leftCursor.row);
    }

    function swap() {
        const row = leftCursor.row;
        leftCursor.row = rightCursor.row;
        rightCursor.row = row;
    }

    /// Beside the left one it would be compared with itself.
    function step(by: int) {
        const next = rightCursor.row + by;
        rightCursor.step(next === leftCursor.row ? 2 * by : by);
        if (rightCursor.row === leftCursor.row)
            rightCursor.step(-by);
    }

    /// The other shows the same part, whatever its size.
    function follow(from: PhotoStage, to: PhotoStage) {
        if (!compare.isLinked || !to.canZoom)
            return;
        to.zoom = Math.min(from.zoom, to.mostZoom);
        to.moveTo(from.offset.x * to.content.width / Math.max(1, from.content.width), from.offset.y * to.content.height / Math.max(1, from.content.height));
    }

    function zoom(direction: int) {
        const stage = (compare.isRightActive ? rightSide : leftSide).stage;
        stage.zoomBy(direction > 0 ? 1.25 : 0.8, stage.width / 2, stage.height / 2);
    }

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Two photos side by side")
    Component.onCompleted: {
        Navigator.isViewing = true;
        leftCursor.row = compare.leftRow;
        rightCursor.row = compare.rightRow;
        home.forceActiveFocus();
    }
    Component.onDestruction: Navigator.isViewing = false

    Item {
        id: home

        focus: true
        Accessible.ignored: true
    }

    PhotoCursor {
        id: leftCursor

        model: compare.model
        onEmptied: compare.close()
    }

    PhotoCursor {
        id: rightCursor

        model: compare.model
        onEmptied: compare.close()
    }

    AssetDetails {
        id: leftPhoto

        assetId: leftCursor.assetId
    }

    AssetDetails {
        id: rightPhoto

        assetId: rightCursor.assetId
    }

    FactSheet {
        id: leftSheet

        assetId: leftCursor.assetId
    }

    FactSheet {
        id: rightSheet

        assetId: rightCursor.assetId
    }

    CompareFacts {
        id: facts

        left: leftSheet
        right: rightSheet
    }

    Neighbour {
        assetId: rightCursor.nextId
    }

    Connections {
        target: Navigator

        function onRequested() {
            compare.close();
        }
    }

    Connections {
        target: ImageActs

        function onFailed(sentence: string) {
            Notices.fail(sentence);
        }
    }

    CompareCommands {
        canEdit: !compare.active.isTrashed
        onClosed: compare.close()
        onStepped: by => compare.step(by)
        onSwitched: compare.isRightActive = !compare.isRightActive
        onSwapped: compare.swap()
        onLinkToggled: link.use()
        onTableToggled: compare.showsTable = !compare.showsTable
        onZoomed: direction => compare.zoom(direction)
        onFitted: {
            leftSide.stage.reset();
            rightSide.stage.reset();
        }
        onRated: stars => ImageActs.rate(compare.active.assetId, stars)
        onFavouriteToggled: ImageActs.setFavourite(compare.active.assetId, !compare.active.isFavourite)
    }

    onShowsTableChanged: Preferences.setValue("compare/table", showsTable)

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

    RowLayout {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space3
        y: Theme.space2
        spacing: Theme.space1

        StageButton {
            text: qsTr("Back")
            keys: "Esc"
            icon.name: "arrow-left"
            onClicked: compare.close()
        }

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space2
            text: qsTr("Compare")
            color: Theme.textOnStage
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        StageButton {
            id: link

            text: qsTr("Enlarge and move both together")
            keys: "K"
            icon.name: "link"
            checkable: true
            checked: true
            onClicked: {
                compare.isLinked = checked;
                compare.follow(leftSide.stage, rightSide.stage);
            }
        }

        StageButton {
            text: qsTr("Swap the two")
            keys: "X"
            icon.name: "swap"
            onClicked: compare.swap()
        }

        StageButton {
            text: qsTr("Previous photo on the right")
            keys: "Left"
            icon.name: "chevron-left"
            enabled: rightCursor.hasPrevious
            onClicked: compare.step(-1)
        }

        StageButton {
            text: qsTr("Next photo on the right")
            keys: "Right"
            icon.name: "chevron-right"
            enabled: rightCursor.hasNext
            onClicked: compare.step(1)
        }

        StageButton {
            text: qsTr("Show what is different")
            keys: "I"
            icon.name: "info"
            checkable: true
            checked: compare.showsTable
            onClicked: compare.showsTable = checked
        }
    }

    Item {
        id: room

        anchors.top: bar.bottom
        anchors.bottom: table.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.topMargin: Theme.space1

        CompareSide {
            id: leftSide

            objectName: "left"
            width: compare.isStacked ? parent.width : (parent.width - Theme.gridGap) / 2
            height: compare.isStacked ? (parent.height - Theme.gridGap) / 2 : parent.height
            photo: leftPhoto
            isActive: !compare.isRightActive
            onActivated: compare.isRightActive = false
            stage.onSteered: compare.follow(leftSide.stage, rightSide.stage)
        }

        CompareSide {
            id: rightSide

            objectName: "right"
            x: parent.width - width
            y: parent.height - height
            width: leftSide.width
            height: leftSide.height
            photo: rightPhoto
            isActive: compare.isRightActive
            onActivated: compare.isRightActive = true
            stage.onSteered: compare.follow(rightSide.stage, leftSide.stage)
            // Another photo shows the part that was looked at.
            stage.onIsShownChanged: compare.follow(leftSide.stage, rightSide.stage)
        }
    }

    CompareTable {
        id: table

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        height: compare.showsTable ? Math.min(contentHeight, compare.height * 0.32) : 0
        visible: compare.showsTable
        facts: facts
    }
}
