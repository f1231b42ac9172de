// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// One of several, of which one is chosen.
T.RadioButton {
    id: button

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    verticalPadding: Theme.space1
    spacing: Theme.space2
    font.pixelSize: Theme.textNormal
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true

    indicator: Rectangle {
        x: button.mirrored ? button.width - width : 0
        y: Math.round((button.height - height) / 2)
        implicitWidth: Theme.textTitle
        implicitHeight: Theme.textTitle
        radius: width / 2
        color: Theme.surface
        border.width: button.checked ? Math.round(width * 0.3) : 1
        border.color: button.checked ? Theme.accent : Theme.outlineStrong

        Behavior on border.width  {
            NumberAnimation {
                duration: Theme.stateTime
            }
        }

        Wash {
            radius: parent.radius
            hovered: button.hovered
            pressed: button.down
        }

        FocusRing {
            shown: button.visualFocus
            radius: width / 2
        }
    }

    contentItem: Label {
        leftPadding: button.mirrored ? 0 : button.indicator.width + button.spacing
        rightPadding: button.mirrored ? button.indicator.width + button.spacing : 0
        text: button.text
        font: button.font
        wrapMode: Text.Wrap
    }
}
