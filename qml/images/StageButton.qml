// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// A button over a photo: light on the dark, in both themes.
IconButton {
    id: button

    ink: Theme.textOnStage

    background: Rectangle {
        radius: Theme.radius
        color: button.checked ? Qt.alpha(Theme.textOnStage, 0.25) : button.hovered || button.down ? Qt.alpha(Theme.textOnStage, 0.15) : "transparent"

        FocusRing {
            shown: button.visualFocus
            distance: 0
            border.color: Theme.textOnStage
        }
    }
}
