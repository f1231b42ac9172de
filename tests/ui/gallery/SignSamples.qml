// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

SampleGroup {
    title: qsTr("Progress and signs")

    SampleLine {
        ProgressBar {
            value: 0.65
        }

        ProgressBar {
            indeterminate: true
        }

        ProgressRing {
            value: 0.65
        }

        ProgressRing {
            indeterminate: true
        }

        Badge {
            count: 7
        }

        Badge {
            count: 1234
        }

        Chip {
            text: qsTr("Holidays")
            icon.name: "tag"
        }

        Chip {
            text: qsTr("Rating 4 and more")
            removable: true
        }

        Chip {
            text: qsTr("Favourites")
            icon.name: "heart"
            checkable: true
            checked: true
        }

        KeyHint {
            keys: "Ctrl+Shift+Z"
        }

        Avatar {
            name: qsTr("Anna Schmidt")
        }

        Avatar {
            name: qsTr("李雷")
        }

        Avatar {
        }

        Avatar {
            name: qsTr("Ben")
            source: "image://library/person/7"
            size: 64
        }

        Picture {
            width: 64
            height: 64
            source: "image://library/thumb/3"
        }

        Picture {
            width: 64
            height: 64
            source: "image://library/thumb/broken"
        }

        Skeleton {
            width: 64
            height: 64
        }
    }
}
