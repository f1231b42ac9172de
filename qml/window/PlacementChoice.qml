// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui

/// Whether files are copied into the library or stay where they are.
Column {
    id: choice

    readonly property alias isInPlace: there.checked

    /// Offers what was chosen the last time.
    function recall() {
        there.checked = Preferences.value("import/inPlace", false);
        copies.checked = !there.checked;
    }

    spacing: Theme.space1
    Component.onCompleted: choice.recall()

    RadioButton {
        id: copies

        width: parent.width
        text: qsTr("Copy them into the library")
    }

    Label {
        width: parent.width
        leftPadding: Theme.textTitle + Theme.space2
        text: qsTr("The library keeps its own copies. You may delete or unplug the originals afterwards.")
        kind: "small"
        wrapMode: Text.Wrap
    }

    RadioButton {
        id: there

        width: parent.width
        text: qsTr("Leave them where they are")
    }

    Label {
        width: parent.width
        leftPadding: Theme.textTitle + Theme.space2
        text: qsTr("Takes no room for copies. The photos show as long as the files stay where they are.")
        kind: "small"
        wrapMode: Text.Wrap
    }
}
