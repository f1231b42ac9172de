// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// Text of the window. `kind` is "normal", "soft", "small", "large", "title" or "display". It ends in an ellipsis where
/// the room ends; set wrapMode for more lines.
T.Label {
    id: label

    property string kind: "normal"

    color: kind === "soft" || kind === "small" ? Theme.textSoft : Theme.text
    linkColor: Theme.accent
    // Lines that break want as much height as they need: where they end in an ellipsis, they would stay as low as they
    // once were.
    elide: wrapMode === Text.NoWrap || maximumLineCount < 1000 ? Text.ElideRight : Text.ElideNone
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    font.weight: kind === "title" || kind === "display" ? Font.DemiBold : Font.Normal
    font.pixelSize: {
        switch (label.kind) {
        case "small":
            return Theme.textSmall;
        case "large":
            return Theme.textLarge;
        case "title":
            return Theme.textTitle;
        case "display":
            return Theme.textDisplay;
        default:
            return Theme.textNormal;
        }
    }
}
