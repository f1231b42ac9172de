// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

SampleGroup {
    title: qsTr("Messages")

    Banner {
        width: parent.width
        text: qsTr("The server cannot be reached; what you change is sent when it is back.")
        actionText: qsTr("Try again")
    }

    Banner {
        width: parent.width
        kind: "good"
        text: qsTr("Everything is backed up.")
        dismissible: true
    }

    Banner {
        width: parent.width
        kind: "warn"
        text: qsTr("Only 2 GB are free on this disk. Importing stops at 1 GB.")
        dismissible: true
    }

    Banner {
        width: parent.width
        kind: "bad"
        text: qsTr("This folder cannot be read. Give Kinframe the right to read it, then try again.")
        actionText: qsTr("Try again")
    }

    SampleLine {
        Toast {
            text: qsTr("3 photos moved to the trash")
            actionText: qsTr("Undo")
        }

        Toast {
            kind: "bad"
            text: qsTr("The person could not be renamed.")
        }
    }
}
