// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// Something that is so or is not.
T.CheckBox {
    id: box

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    verticalPadding: Theme.space1
    spacing: text === "" ? 0 : Theme.space2
    font.pixelSize: Theme.textNormal
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true

    indicator: CheckMark {
        x: box.mirrored ? box.width - width : 0
        y: Math.round((box.height - height) / 2)
        state3: box.checkState

        Wash {
            radius: parent.radius
            hovered: box.hovered
            pressed: box.down
        }

        FocusRing {
            shown: box.visualFocus
        }
    }

    contentItem: Label {
        leftPadding: box.mirrored ? 0 : box.indicator.width + box.spacing
        rightPadding: box.mirrored ? box.indicator.width + box.spacing : 0
        text: box.text
        font: box.font
        wrapMode: Text.Wrap
    }
}
