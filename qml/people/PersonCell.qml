// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One person of the grid: the round picture, the name, and in how many photos they are.
GridCell {
    id: cell

    required property string personId
    required property string name
    required property int photoCount
    required property string cover
    required property bool isFavourite
    required property bool isHidden
    property bool naming: false
    /// What was written of the name so far.
    property string draft: ""

    readonly property string countText: qsTr("%n photo(s)", "", photoCount)

    signal nameWanted
    signal named(string name)
    /// The name is somebody's already.
    signal knownPersonNamed(string name, string person)
    signal namingCanceled
    signal drafted(string text)

    z: cell.naming ? 1 : 0
    hasFrame: !cell.naming
    radius: Theme.radiusLarge
    Accessible.name: (cell.name === "" ? qsTr("Somebody without a name") : cell.name) + ", " + cell.countText + (cell.isFavourite ? ", " + qsTr("favourite") : "") + (cell.isHidden ? ", " + qsTr("hidden") : "")

    Avatar {
        id: face

        readonly property real room: cell.cellWidth - 2 * Theme.space2

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.space2
        width: room
        height: room
        size: Math.ceil(room / 32) * 32
        name: cell.name
        source: cell.cover
        opacity: cell.isHidden ? 0.45 : 1
        Accessible.ignored: true
    }

    Rectangle {
        anchors.right: face.right
        anchors.bottom: face.bottom
        width: heart.size + Theme.space2
        height: width
        radius: width / 2
        visible: cell.isFavourite || cell.isHidden
        color: Theme.surface

        Icon {
            id: heart

            anchors.centerIn: parent
            name: cell.isHidden ? "hide" : "heart-filled"
            color: cell.isHidden ? Theme.textSoft : Theme.accent
            size: Theme.textLarge
        }
    }

    Label {
        id: words

        anchors.top: face.bottom
        anchors.topMargin: Theme.space2
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, cell.cellWidth - 2 * Theme.space1)
        visible: !cell.naming
        text: cell.name === "" ? qsTr("Add a name") : cell.name
        color: cell.name === "" ? Theme.accent : Theme.text
        font.weight: cell.name === "" ? Font.Normal : Font.DemiBold
        font.underline: offer.enabled && offer.containsMouse
        Accessible.ignored: true

        MouseArea {
            id: offer

            anchors.fill: parent
            enabled: cell.name === ""
            hoverEnabled: true
            cursorShape: Qt.PointingHandCursor
            onClicked: cell.nameWanted()
            Accessible.ignored: true
        }
    }

    Label {
        anchors.top: words.bottom
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        visible: !cell.naming
        text: cell.countText
        kind: "small"
        Accessible.ignored: true
    }

    // A bound component cannot be loaded by a Loader in Qt 6.4.
    Repeater {
        model: cell.naming ? 1 : 0

        NameField {
            anchors.top: face.bottom
            anchors.topMargin: Theme.space1
            x: Math.max(-cell.cellX, Math.min((cell.cellWidth - width) / 2, (cell.surface?.width ?? 0) - cell.cellX - width))
            width: Math.max(cell.cellWidth, 180 * Theme.scale)
            person: cell.personId
            onTextEdited: cell.drafted(text)
            onNamed: name => cell.named(name)
            onKnownPersonNamed: (name, person) => cell.knownPersonNamed(name, person)
            onCanceled: cell.namingCanceled()
            Component.onCompleted: {
                text = cell.draft;
                forceActiveFocus(Qt.ShortcutFocusReason);
                if (text === cell.name)
                    selectAll();
            }
        }
    }
}
