// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Images

/// The photos of a stack side by side, to look at one after the other.
Rectangle {
    id: strip

    required property StackPhotos stack
    readonly property real cell: Math.round(56 * Theme.scale)

    implicitWidth: list.contentWidth + 2 * Theme.space1
    implicitHeight: cell + 2 * Theme.space1
    radius: Theme.radius
    color: Qt.alpha(Theme.stage, 0.6)
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Photos of the stack")

    ListView {
        id: list

        anchors.fill: parent
        anchors.margins: Theme.space1
        orientation: ListView.Horizontal
        spacing: Theme.gridGap
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: strip.stack
        currentIndex: strip.stack.current
        highlightMoveDuration: Theme.stateTime

        delegate: Item {
            id: photo

            required property int index
            required property string picture
            required property string name
            required property bool isCover
            required property bool isVideo
            readonly property bool isShown: index === strip.stack.current

            width: strip.cell
            height: strip.cell
            Accessible.role: Accessible.ListItem
            Accessible.name: photo.isCover ? qsTr("%1, the cover").arg(photo.name) : photo.name
            Accessible.selectable: true
            Accessible.selected: photo.isShown
            Accessible.onPressAction: strip.stack.show(photo.index)

            Picture {
                anchors.fill: parent
                radius: Theme.space1
                source: photo.picture
                opacity: photo.isShown || pointer.hovered ? 1 : 0.6
                Accessible.ignored: true
            }

            CellBadge {
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: 2
                visible: photo.isCover || photo.isVideo

                CellSign {
                    visible: photo.isCover
                    name: "stack"
                }

                CellSign {
                    visible: photo.isVideo
                    name: "play"
                }
            }

            Rectangle {
                anchors.fill: parent
                visible: photo.isShown
                radius: Theme.space1
                color: "transparent"
                border.width: Theme.focusWidth
                border.color: Theme.textOnStage
            }

            HoverHandler {
                id: pointer
            }

            TapHandler {
                onTapped: strip.stack.show(photo.index)
            }
        }
    }
}
