// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Shell

/// A library that nobody has used yet: where the photos are, how they come in, and the models for faces.
FocusScope {
    id: page

    required property FirstRun firstRun
    required property ModelDownload models
    /// Addresses of folders.
    property var folders: []
    /// Of these, the ones that shall be left alone.
    property var skipped: []

    signal foldersChosen(var urls, bool isInPlace)

    function addFolders(urls: var) {
        const folders = Array.from(page.folders);
        for (const url of urls) {
            if (!folders.some(folder => String(folder) === String(url)))
                folders.push(url);
        }
        page.folders = folders;
    }

    function choose(folder: string, isWanted: bool) {
        const others = page.skipped.filter(other => other !== folder);
        page.skipped = isWanted ? others : [folder, ...others];
    }

    function begin() {
        const chosen = page.folders.filter(folder => !page.skipped.includes(String(folder)));
        if (faces.wanted)
            page.models.start();
        if (chosen.length > 0)
            page.foldersChosen(chosen, placement.isInPlace);
        page.firstRun.finish();
    }

    Component.onCompleted: page.addFolders(page.firstRun.suggestions)

    PathPicker {
        id: picker

        onPicked: urls => page.addFolders(urls)
    }

    Flickable {
        id: scroll

        anchors.fill: parent
        clip: true
        contentHeight: Math.max(card.height + 2 * Theme.space5, height)
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {
        }

        Column {
            id: card

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(Theme.space5, Math.round((scroll.height - height) / 2.4))
            width: Math.min(scroll.width - 2 * Theme.space4, 560 * Theme.scale)
            spacing: Theme.space5

            Label {
                width: parent.width
                text: qsTr("Where are your photos?")
                kind: "display"
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }

            Label {
                width: parent.width
                text: qsTr("Kinframe finds the people in them, on this computer alone. Nothing leaves it unless you share it.")
                kind: "soft"
                wrapMode: Text.Wrap
            }

            Column {
                width: parent.width
                spacing: Theme.space1

                Repeater {
                    model: page.folders

                    CheckBox {
                        required property url modelData

                        width: parent.width
                        text: page.firstRun.pathOf(modelData)
                        checked: true
                        onToggled: page.choose(String(modelData), checked)
                    }
                }

                Button {
                    icon.name: "folder-add"
                    text: page.folders.length === 0 ? qsTr("Choose a folder…") : qsTr("Choose another folder…")
                    onClicked: picker.pickFolder()
                }
            }

            PlacementChoice {
                id: placement

                width: parent.width
            }

            FaceModelsOffer {
                id: faces

                width: parent.width
                models: page.models
            }

            Flow {
                width: parent.width
                layoutDirection: Qt.RightToLeft
                spacing: Theme.space2

                Button {
                    focus: true
                    kind: "primary"
                    text: qsTr("Begin")
                    onClicked: page.begin()
                }

                Button {
                    kind: "quiet"
                    text: qsTr("Skip")
                    onClicked: page.firstRun.finish()
                }
            }
        }
    }
}
