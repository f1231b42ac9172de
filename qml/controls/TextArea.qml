// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// Room to write several lines in; it grows with them.
T.TextArea {
    id: area

    implicitWidth: 240 * Theme.scale
    implicitHeight: Math.max(Theme.target * 2, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    font.pixelSize: Theme.textNormal
    color: Theme.text
    placeholderTextColor: Theme.textSoft
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    opacity: enabled ? 1 : 0.45
    Keys.priority: Keys.BeforeItem
    // What comes next is known only once all of the page is there.
    Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.name: placeholderText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: area.activeFocus ? Theme.focusWidth : 1
        border.color: area.activeFocus ? Theme.accent : Theme.outlineStrong
    }

    Label {
        x: area.leftPadding
        y: area.topPadding
        width: area.width - area.leftPadding - area.rightPadding
        visible: area.length === 0 && area.preeditText === ""
        text: area.placeholderText
        color: area.placeholderTextColor
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
