// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// An icon of the set, in one colour; nothing where it has no name.
Image {
    id: icon

    property string name: ""
    property color color: Theme.text
    property real size: Theme.textTitle

    visible: name !== ""
    source: name === "" ? "" : "image://icon/" + name + "?" + color.toString().slice(1)
    sourceSize.width: size
    sourceSize.height: size
    width: visible ? size : 0
    height: size
    fillMode: Image.PreserveAspectFit
    // What points along the line points the other way where lines begin at the right.
    mirror: LayoutMirroring.enabled && /^(arrow|chevron)-(left|right)$/.test(name)
    Accessible.ignored: true
}
