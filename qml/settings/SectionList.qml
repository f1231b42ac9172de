// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Theme

/// The sections, one below the other. Arrows show them; Enter goes into one.
ListView {
    id: list

    property var sections: []
    property int index: 0
    property bool isNarrow: false

    signal chosen(string name)
    signal entered(string name)

    // The list is named anew in another language, and must not lose its place then.
    model: sections.length
    currentIndex: index
    clip: true
    spacing: 2
    leftMargin: Theme.space3
    rightMargin: Theme.space3
    topMargin: Theme.space1
    keyNavigationEnabled: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Sections of the settings")
    onCurrentIndexChanged: {
        if (!list.isNarrow && list.activeFocus && list.currentIndex !== list.index)
            list.chosen(list.sections[list.currentIndex].name);
    }
    Keys.onReturnPressed: list.entered(list.sections[list.currentIndex].name)
    Keys.onEnterPressed: list.entered(list.sections[list.currentIndex].name)
    Keys.onRightPressed: list.entered(list.sections[list.currentIndex].name)

    delegate: SectionRow {
        required property int index

        width: list.width - list.leftMargin - list.rightMargin
        text: list.sections[index].title
        icon.name: list.sections[index].icon
        isCurrent: !list.isNarrow && list.index === index
        leadsOn: list.isNarrow
        hasKeys: list.activeFocus && list.currentIndex === index
        onClicked: list.entered(list.sections[index].name)
    }
}
