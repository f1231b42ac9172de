// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Settings

/// What the library takes of the disk, and the trash.
SettingsSection {
    id: section

    readonly property var colours: [Theme.accent, Theme.warn, Theme.good, Theme.outlineStrong]

    StorageOverview {
        id: overview

        onEmptied: photos => Notices.show(qsTr("%n photo(s) deleted for good.", "", photos))
    }

    Banner {
        width: parent.width
        visible: text !== ""
        kind: "bad"
        text: overview.errorText
        actionText: qsTr("Try again")
        onAction: overview.reload()
    }

    SettingGroup {
        width: parent.width
        title: qsTr("On the disk of the library")

        Skeleton {
            width: parent.width
            height: 4 * Theme.target
            visible: !overview.isKnown && overview.errorText === ""
        }

        StorageBar {
            width: parent.width
            visible: overview.isKnown
            shares: overview.shares
            colours: section.colours
        }

        StorageLine {
            width: parent.width
            visible: overview.isKnown
            tone: section.colours[0]
            title: qsTr("Originals")
            description: qsTr("Photos and videos that the library keeps itself.")
            amount: overview.originals
        }

        StorageLine {
            width: parent.width
            visible: overview.isKnown
            tone: section.colours[1]
            title: qsTr("Of these, in the trash")
            amount: overview.trash
        }

        StorageLine {
            width: parent.width
            visible: overview.isKnown
            tone: section.colours[2]
            title: qsTr("Thumbnails")
            description: qsTr("Made anew where they are missing.")
            amount: overview.thumbnails
        }

        StorageLine {
            width: parent.width
            visible: overview.isKnown
            tone: section.colours[3]
            title: qsTr("Database")
            description: qsTr("People, names, tags and everything else that you have said.")
            amount: overview.database
        }

        Divider {
            width: parent.width
        }

        StorageLine {
            width: parent.width
            visible: overview.isKnown
            title: qsTr("In folders elsewhere")
            description: qsTr("Photos that are in the library but stay where they are.")
            amount: overview.inPlace
        }

        StorageLine {
            width: parent.width
            visible: overview.isKnown && overview.free !== ""
            title: qsTr("Free on this disk")
            amount: overview.free
        }
    }

    TrashGroup {
        width: parent.width
        use: overview
    }
}
