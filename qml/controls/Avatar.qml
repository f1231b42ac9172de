// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Somebody's picture in a circle; the initials where there is none. The library's provider cuts the circle.
Item {
    id: avatar

    property string source: ""
    property string name: ""
    property real size: Math.round(40 * Theme.scale)
    readonly property string initials: {
        const words = name.trim().split(/\s+/).filter(word => word !== "");
        if (words.length === 0)
            return "";
        const letters = [words[0], words[words.length - 1]].map(word => Array.from(word)[0].toLocaleUpperCase());
        return words.length === 1 ? letters[0] : letters.join("");
    }

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: avatar.name === "" ? Theme.raised : Theme.tint(avatar.name)
        visible: picture.opacity < 1

        Label {
            anchors.centerIn: parent
            visible: avatar.initials !== ""
            text: avatar.initials
            font.pixelSize: Math.max(8, Math.round(avatar.width * (avatar.initials.length > 1 ? 0.36 : 0.44)))
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }

        Icon {
            anchors.centerIn: parent
            name: avatar.initials === "" ? "person" : ""
            color: Theme.textSoft
            size: Math.round(avatar.width * 0.55)
        }
    }

    Image {
        id: picture

        anchors.fill: parent
        asynchronous: true
        source: avatar.source === "" ? "" : avatar.source + (avatar.source.includes("?") ? "&round" : "?round")
        sourceSize.width: avatar.size
        sourceSize.height: avatar.size
        fillMode: Image.PreserveAspectCrop
        opacity: status === Image.Ready ? 1 : 0
        Accessible.ignored: true

        Behavior on opacity  {
            enabled: picture.status === Image.Ready

            NumberAnimation {
                duration: Theme.stateTime
            }
        }
    }
}
