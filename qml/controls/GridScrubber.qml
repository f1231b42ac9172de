// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme
import Kinframe.Ui

/// The scroll bar of a grid. While it is used it shows the years and months of the list beside it, and says what one
/// comes to; for a list that is not by dates it is a scroll bar.
ScrollBar {
    id: bar

    required property GridWindow grid
    readonly property alias dates: dates
    /// What it says; empty: nothing.
    readonly property alias bubble: bubble.title
    /// It says where one is though nobody drags it.
    property bool isTelling: false
    readonly property bool showsDates: hovered || pressed || active || isTelling

    /// Says for a moment where one is.
    function tell() {
        bar.isTelling = true;
        rest.restart();
    }

    z: 10

    Timer {
        id: rest

        interval: 1500
        onTriggered: bar.isTelling = false
    }

    GridDates {
        id: dates

        grid: bar.grid
        track: bar.availableHeight
        // Qt 6.4 does not always say when the size that is seen changes.
        thumb: bar.availableHeight * Math.max(bar.size, bar.minimumSize)
        least: Theme.textSmall + Theme.space3
    }

    Item {
        id: years

        objectName: "years"
        y: bar.topPadding
        height: bar.availableHeight
        anchors.right: parent.left
        opacity: bar.showsDates ? 1 : 0
        visible: opacity > 0 && bar.visible

        Behavior on opacity  {
            NumberAnimation {
                duration: Theme.placeTime
            }
        }

        Repeater {
            model: years.visible ? dates.marks : []

            Rectangle {
                id: mark

                required property var modelData
                readonly property bool isYear: modelData.text !== ""

                anchors.right: parent.right
                y: Math.round(modelData.y - height / 2)
                width: isYear ? year.implicitWidth + 2 * Theme.space1 : Theme.space1
                height: isYear ? year.implicitHeight : 2
                radius: isYear ? Theme.space1 : 0
                color: isYear ? Qt.alpha(Theme.surface, 0.9) : Theme.outlineStrong

                Label {
                    id: year

                    anchors.centerIn: parent
                    text: mark.modelData.text
                    kind: "small"
                    Accessible.ignored: true
                }
            }
        }
    }

    Rectangle {
        id: bubble

        readonly property string title: bar.pressed || bar.isTelling ? dates.titleAt(bar.grid?.top ?? 0) : ""

        anchors.right: parent.left
        anchors.rightMargin: Theme.space2
        y: Math.max(0, Math.min(bar.height - height, bar.topPadding + dates.placeOf(bar.grid?.top ?? 0) - height / 2))
        width: words.implicitWidth + 2 * Theme.space3
        height: Theme.target
        radius: Theme.radius
        visible: title !== ""
        color: Theme.text

        Label {
            id: words

            anchors.centerIn: parent
            text: bubble.title
            color: Theme.background
        }
    }
}
