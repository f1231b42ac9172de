// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Downloads

/// All downloads together: how far they are, and what keeps them.
Card {
    id: card

    required property DownloadOverview overview

    signal mendWanted(int remedy, string server)

    visible: overview.title !== "" || overview.problem !== ""
    padding: Theme.space3
    Accessible.role: Accessible.Grouping
    Accessible.name: card.overview.title
    Accessible.description: card.overview.facts

    contentItem: Column {
        spacing: Theme.space2

        Flow {
            width: parent.width
            visible: card.overview.title !== ""
            spacing: Theme.space3

            Label {
                text: card.overview.title
                kind: "large"
                font.weight: Font.DemiBold
                width: Math.min(implicitWidth, parent.width)
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            Label {
                height: Math.max(implicitHeight, Theme.textLarge * 1.4)
                text: card.overview.facts
                width: Math.min(implicitWidth, parent.width)
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }

        ProgressBar {
            width: parent.width
            visible: card.overview.title !== ""
            value: Math.max(0, card.overview.fraction)
            indeterminate: card.overview.fraction < 0 && card.overview.canPause
            label: card.overview.title
        }

        Banner {
            width: parent.width
            visible: text !== ""
            kind: "warn"
            text: card.overview.problem
            actionText: card.overview.remedyText
            onAction: card.mendWanted(card.overview.remedy, card.overview.server)
        }
    }
}
