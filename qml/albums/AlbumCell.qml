// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One album of the grid: its cover, its name, how many photos it has and of when they are.
GridCell {
    id: cell

    required property string albumId
    required property string name
    required property int photoCount
    required property string dates
    required property string cover
    property bool naming: false
    /// What was written of the name so far.
    property string draft: ""

    readonly property string countText: qsTr("%n photo(s)", "", photoCount)
    /// The thumbnail is 256 pixels long.
    readonly property bool isLarge: cellWidth * Screen.devicePixelRatio > 300

    signal named(string name)
    signal namingCanceled
    signal drafted(string text)

    z: cell.naming ? 1 : 0
    hasFrame: !cell.naming
    radius: Theme.radiusLarge
    Accessible.name: cell.name + ", " + cell.countText + (cell.dates === "" ? "" : ", " + cell.dates)

    Rectangle {
        id: frame

        x: Theme.space2
        y: Theme.space2
        width: cell.cellWidth - 2 * Theme.space2
        height: width
        radius: Theme.space1
        color: Theme.raised

        Icon {
            anchors.centerIn: parent
            visible: cell.cover === ""
            name: "album"
            color: Theme.textSoft
            size: 2 * Theme.textDisplay
        }

        Picture {
            anchors.fill: parent
            visible: cell.cover !== ""
            radius: parent.radius
            source: cell.cover === "" ? "" : "image://library/" + (cell.isLarge ? "preview/" : "thumb/") + cell.cover
            Accessible.ignored: true
        }
    }

    Label {
        id: words

        anchors.top: frame.bottom
        anchors.topMargin: Theme.space2
        x: Theme.space2
        width: cell.cellWidth - 2 * Theme.space2
        visible: !cell.naming
        text: cell.name
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }

    Label {
        anchors.top: words.bottom
        x: Theme.space2
        width: cell.cellWidth - 2 * Theme.space2
        visible: !cell.naming
        text: cell.dates === "" ? cell.countText : cell.countText + " · " + cell.dates
        kind: "small"
        wrapMode: Text.Wrap
        maximumLineCount: 2
        Accessible.ignored: true
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Repeater {
        model: cell.naming ? 1 : 0

        AlbumNameField {
            anchors.top: frame.bottom
            anchors.topMargin: Theme.space1
            x: Math.max(-cell.cellX, Math.min(0, (cell.surface?.width ?? 0) - cell.cellX - width))
            width: Math.max(cell.cellWidth, 180 * Theme.scale)
            onTextEdited: cell.drafted(text)
            onNamed: name => cell.named(name)
            onCanceled: cell.namingCanceled()
            Component.onCompleted: begin(cell.draft)
        }
    }
}
