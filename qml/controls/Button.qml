// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A button with a text, an icon (icon.name) or both. `kind` is "normal", "primary" (the one thing to do here), "quiet"
/// or "danger" (what cannot be taken back).
T.Button {
    id: button

    property string kind: "normal"
    readonly property color ink: kind === "primary" ? Theme.textOnAccent : kind === "danger" ? Theme.bad : Theme.text

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space3
    verticalPadding: Theme.space1
    font.pixelSize: Theme.textNormal
    font.weight: kind === "primary" ? Font.DemiBold : Font.Normal
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true
    Accessible.name: text
    // Templates know only the space bar.
    Keys.onReturnPressed: button.use()
    Keys.onEnterPressed: button.use()

    function use() {
        if (button.checkable)
            button.toggle();
        button.clicked();
    }

    contentItem: IconText {
        icon: button.icon.name
        text: button.text
        color: button.ink
        font: button.font
    }

    background: Rectangle {
        radius: Theme.radius
        color: button.kind === "primary" ? Theme.accent : button.checked ? Theme.accentSoft : button.kind === "quiet" ? "transparent" : Theme.surface
        border.width: button.kind === "primary" || button.kind === "quiet" ? 0 : 1
        border.color: button.checked ? Theme.accent : Theme.outline

        Wash {
            hovered: button.hovered
            pressed: button.down
            ink: button.ink
        }

        FocusRing {
            shown: button.visualFocus
        }
    }
}
