// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Shell

/// The files that an import could not take, and what to do about each.
Dialog {
    id: report

    property alias run: failures.run

    title: qsTr("These files could not be added")
    acceptText: qsTr("Close")
    rejectText: ""
    size: 640 * Theme.scale

    contentItem: ListView {
        id: list

        implicitHeight: Math.min(contentHeight, 420 * Theme.scale)
        clip: true
        focus: true
        activeFocusOnTab: true
        spacing: Theme.space3
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: report.title

        model: ImportFailures {
            id: failures
        }

        delegate: Label {
            required property string path
            required property string sentence

            width: ListView.view.width - Theme.space3
            // What ended an import as a whole is about no single file.
            text: sentence
            wrapMode: Text.Wrap
            Accessible.role: Accessible.ListItem
            Accessible.name: sentence
        }
    }
}
