// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Photos
import Kinframe.Shell
import Kinframe.Ui
import Kinframe.Ui.Images

/// Photos with what can be done with them, as every page that lists some has it.
FocusScope {
    id: page

    TimelineModel {
        id: list
    }

    Selection {
        id: choice

        model: list
    }

    PhotoCommands {
        isOn: true
        selection: choice
        group: "Photos"
    }

    Command {
        text: "Details"
        sequences: ["I"]
        onActivated: panel.toggle()
    }

    PictureGrid {
        id: grid

        objectName: "photos"
        anchors.fill: parent
        anchors.rightMargin: panel.width
        focus: true
        model: list
        selection: choice

        delegate: ImageCell {
        }
    }

    SidePanel {
        id: panel

        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        title: "Details"
        key: "details/open"

        DetailsPanel {
            anchors.fill: parent
            model: list
            row: panel.open ? grid.current : -1
            selection: panel.open ? choice : null
        }
    }
}
