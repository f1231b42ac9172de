// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One of two people who may be the same, with name and number of photos below.
Column {
    id: face

    required property string name
    required property string cover
    required property int photos
    required property real size

    width: Math.max(size, 84 * Theme.scale)
    spacing: 2

    Avatar {
        anchors.horizontalCenter: parent.horizontalCenter
        size: face.size
        name: face.name
        source: face.cover
        Accessible.ignored: true
    }

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: face.name === "" ? qsTr("No name") : face.name
        kind: face.name === "" ? "small" : "normal"
        font.pixelSize: Theme.textSmall
        Accessible.ignored: true
    }

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("%n photo(s)", "", face.photos)
        kind: "small"
        Accessible.ignored: true
    }
}
