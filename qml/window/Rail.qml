// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Shell

/// The places, down the left side; with their names beside them where the window is wide, and along the bottom where it
/// is narrow. At its foot, how far what runs has come.
FocusScope {
    id: rail

    /// Of Place, in their order.
    required property var places
    required property ProgressModel tasks
    property bool isBar: false
    property bool isWide: false
    readonly property var upper: rail.isBar ? rail.places : rail.places.filter(place => !place.isFooter)
    readonly property var lower: rail.isBar ? [] : rail.places.filter(place => place.isFooter)
    readonly property real buttonWidth: rail.isBar ? Math.floor((rail.width - 2 * Theme.space1) / (rail.places.length + 1)) : rail.width - 2 * Theme.space1

    signal progressWanted

    implicitWidth: Math.round((rail.isWide ? 200 : 64) * Theme.scale)
    implicitHeight: foot.height + 2 * Theme.space1
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    Divider {
        anchors.right: parent.right
        visible: !rail.isBar
        width: 1
        height: parent.height
    }

    Divider {
        visible: rail.isBar
        width: parent.width
        height: 1
    }

    Grid {
        id: head

        x: Theme.space1
        y: Theme.space1
        columns: rail.isBar ? Math.max(1, rail.upper.length) : 1
        rowSpacing: Theme.space1

        Repeater {
            model: rail.upper

            RailButton {
                required property Place modelData

                place: modelData
                width: rail.buttonWidth
                isBeside: rail.isWide && !rail.isBar
                isBar: rail.isBar
            }
        }
    }

    Column {
        id: foot

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space1
        spacing: Theme.space1

        Repeater {
            model: rail.lower

            RailButton {
                required property Place modelData

                place: modelData
                width: rail.buttonWidth
                isBeside: rail.isWide
            }
        }

        RailProgress {
            width: rail.buttonWidth
            isBeside: rail.isWide && !rail.isBar
            isBar: rail.isBar
            tasks: rail.tasks
            onClicked: rail.progressWanted()
        }
    }
}
