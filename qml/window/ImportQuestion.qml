// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// Asks how chosen files come into the library.
Dialog {
    id: question

    property var urls: []
    property string names: ""

    signal chosen(var urls, bool isInPlace)

    function ask(urls: var, names: string) {
        question.urls = urls;
        question.names = names;
        placement.recall();
        question.open();
    }

    title: qsTr("Add to the library")
    acceptText: qsTr("Add")
    onAccepted: question.chosen(question.urls, placement.isInPlace)

    contentItem: Column {
        spacing: Theme.space3

        Label {
            width: parent.width
            text: question.names
            wrapMode: Text.Wrap
        }

        PlacementChoice {
            id: placement

            width: parent.width
        }
    }
}
