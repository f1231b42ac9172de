// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// One of a list that opens on a press. Works with a list of texts and with a model and `textRole`.
T.ComboBox {
    id: box

    property string label: ""
    readonly property real widest: {
        let width = 64 * Theme.scale;
        for (let i = 0; box.model && i < box.count; ++i)
            width = Math.max(width, Math.ceil(metrics.advanceWidth(box.textAt(i))));
        return Math.min(width, 320 * Theme.scale);
    }

    implicitWidth: widest + leftPadding + rightPadding
    implicitHeight: Theme.target
    leftPadding: mirrored ? Theme.target : Theme.space3
    rightPadding: mirrored ? Theme.space3 : Theme.target
    font.pixelSize: Theme.textNormal
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true
    Accessible.name: label

    FontMetrics {
        id: metrics

        font: box.font
    }

    contentItem: Label {
        text: box.displayText
        font: box.font
        Accessible.ignored: true
    }

    indicator: Icon {
        x: box.mirrored ? Theme.space2 : box.width - width - Theme.space2
        y: Math.round((box.height - height) / 2)
        name: "chevron-down"
        color: Theme.textSoft
        size: Theme.textLarge
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: 1
        border.color: Theme.outlineStrong

        Wash {
            hovered: box.hovered
            pressed: box.down
        }

        FocusRing {
            shown: box.visualFocus
        }
    }

    delegate: MenuRow {
        required property var model
        required property int index

        width: ListView.view.width
        text: box.textRole === "" ? model.modelData : model[box.textRole] ?? model.modelData[box.textRole]
        highlighted: box.highlightedIndex === index
        font.weight: box.currentIndex === index ? Font.DemiBold : Font.Normal
    }

    popup: T.Popup {
        y: box.height + Theme.space1
        width: Math.max(box.width, box.implicitWidth)
        height: Math.min(contentItem.implicitHeight, 10 * Theme.target) + topPadding + bottomPadding
        padding: Theme.space1
        margins: Theme.space2

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: box.delegateModel
            currentIndex: box.highlightedIndex
            T.ScrollBar.vertical: ScrollBar {
            }
        }

        background: Raised {
        }
    }
}
