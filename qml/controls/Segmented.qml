// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A few choices side by side, of which one holds: "Faces | Photos". `options` are texts.
T.Control {
    id: control

    property var options: []
    property int currentIndex: 0

    /// The person chose it.
    signal activated(int index)

    function choose(index: int) {
        if (index < 0 || index >= control.options.length || index === control.currentIndex)
            return;
        control.currentIndex = index;
        control.activated(index);
    }

    /// With all texts whole, whatever room there is: the row is as wide as its options are made.
    readonly property real wholeWidth: {
        let width = Math.max(0, all.count - 1) * row.spacing;
        for (let i = 0; i < all.count; ++i)
            width += all.itemAt(i)?.implicitWidth ?? 0;
        return Math.ceil(width);
    }

    implicitWidth: wholeWidth + leftPadding + rightPadding
    // Not by the row, which is as high as this and would never get lower again.
    implicitHeight: Theme.target
    padding: 2
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.PageTabList
    Keys.onLeftPressed: control.choose(control.currentIndex + (control.mirrored ? 1 : -1))
    Keys.onRightPressed: control.choose(control.currentIndex + (control.mirrored ? -1 : 1))

    contentItem: Row {
        id: row

        spacing: 2

        Repeater {
            id: all

            model: control.options

            T.AbstractButton {
                id: option

                required property string modelData
                required property int index

                readonly property real share: Math.floor((control.availableWidth - (control.options.length - 1) * row.spacing) / control.options.length)

                width: control.width < control.implicitWidth ? share : implicitWidth
                height: control.availableHeight
                implicitWidth: implicitContentWidth + leftPadding + rightPadding
                implicitHeight: Theme.target - 4
                horizontalPadding: Theme.space3
                focusPolicy: Qt.NoFocus
                hoverEnabled: true
                text: modelData
                checked: index === control.currentIndex
                onClicked: control.choose(index)
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                Accessible.selected: checked

                contentItem: IconText {
                    text: option.text
                    color: option.checked ? Theme.text : Theme.textSoft
                    font.weight: option.checked ? Font.DemiBold : Font.Normal
                }

                background: Rectangle {
                    radius: Theme.radius - 2
                    color: option.checked ? Theme.surface : "transparent"
                    border.width: option.checked ? 1 : 0
                    border.color: Theme.outline

                    Wash {
                        radius: parent.radius
                        hovered: option.hovered && !option.checked
                        pressed: option.down
                    }
                }
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised

        FocusRing {
            shown: control.visualFocus
        }
    }
}
