// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Images

/// The keys of the photo page.
Item {
    id: commands

    required property bool isOn
    required property Selection selection
    required property bool isTrash
    required property bool isArchive
    required property FilterModel filter
    required property SavedSearches saved
    required property bool isJustified

    readonly property string group: qsTr("Images")

    signal deletionWanted
    signal detailsWanted
    signal filterWanted
    signal clearingWanted
    signal zoomed(int steps)
    signal layoutToggled
    signal albumsWanted
    /// So many months further down the list, or up.
    signal monthsWanted(int months)

    PhotoCommands {
        isOn: commands.isOn
        selection: commands.selection
        isTrash: commands.isTrash
        isArchive: commands.isArchive
        group: commands.group
        onDeletionWanted: commands.deletionWanted()
    }

    Command {
        text: qsTr("Details")
        icon: "info"
        group: commands.group
        sequences: ["I"]
        enabled: commands.isOn
        onActivated: commands.detailsWanted()
    }

    Command {
        text: qsTr("Show the albums")
        icon: "album"
        group: commands.group
        sequences: ["Shift+A"]
        enabled: commands.isOn
        onActivated: commands.albumsWanted()
    }

    Command {
        text: qsTr("Filter the photos")
        icon: "filter"
        group: commands.group
        sequences: ["Ctrl+F"]
        enabled: commands.isOn
        onActivated: commands.filterWanted()
    }

    Command {
        text: qsTr("Clear the filter")
        icon: "filter"
        group: commands.group
        enabled: commands.isOn && !commands.filter.isEmpty
        onActivated: commands.clearingWanted()
    }

    Instantiator {
        model: commands.saved

        delegate: Command {
            required property string name
            required property string filter
            required property string search
            required property string order

            text: qsTr("Show the search “%1”").arg(name)
            icon: "filter"
            group: commands.group
            enabled: commands.isOn
            onActivated: commands.filter.show(filter, search, order)
        }
    }

    Command {
        text: qsTr("Larger photos")
        icon: "zoom-in"
        group: commands.group
        sequences: ["Ctrl++", "Ctrl+="]
        enabled: commands.isOn
        onActivated: commands.zoomed(1)
    }

    Command {
        text: qsTr("Smaller photos")
        icon: "zoom-out"
        group: commands.group
        sequences: ["Ctrl+-"]
        enabled: commands.isOn
        onActivated: commands.zoomed(-1)
    }

    Command {
        text: commands.isJustified ? qsTr("Show the photos as squares") : qsTr("Show the photos in their shapes")
        icon: commands.isJustified ? "grid" : "justified"
        group: commands.group
        sequences: ["J"]
        enabled: commands.isOn
        onActivated: commands.layoutToggled()
    }

    Command {
        text: qsTr("To the next month of the list")
        icon: "calendar"
        group: commands.group
        sequences: ["Ctrl+PgDown"]
        enabled: commands.isOn
        onActivated: commands.monthsWanted(1)
    }

    Command {
        text: qsTr("To the month before in the list")
        icon: "calendar"
        group: commands.group
        sequences: ["Ctrl+PgUp"]
        enabled: commands.isOn
        onActivated: commands.monthsWanted(-1)
    }

    Command {
        text: qsTr("A year down the list")
        icon: "calendar"
        group: commands.group
        sequences: ["Ctrl+Shift+PgDown"]
        enabled: commands.isOn
        onActivated: commands.monthsWanted(12)
    }

    Command {
        text: qsTr("A year up the list")
        icon: "calendar"
        group: commands.group
        sequences: ["Ctrl+Shift+PgUp"]
        enabled: commands.isOn
        onActivated: commands.monthsWanted(-12)
    }
}
