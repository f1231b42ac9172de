// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Renders

/// Which files of a scene are not there, why, and a way to find them.
Column {
    id: view

    required property SceneSubmission submission
    readonly property var files: view.submission.missing
    readonly property int most: 20

    spacing: Theme.space2
    visible: view.files.length > 0

    Label {
        width: parent.width
        text: qsTr("%n file(s) of the scene are missing", "", view.submission.missingCount)
        font.weight: Font.DemiBold
        color: Theme.warn
        wrapMode: Text.Wrap
    }

    Repeater {
        model: Math.min(view.most, view.files.length)

        Column {
            id: file

            required property int index
            readonly property var facts: view.files[index] ?? ({})

            width: view.width

            Label {
                width: parent.width
                text: file.facts.path ?? ""
                elide: Text.ElideMiddle
            }

            Label {
                width: parent.width
                text: file.facts.reason ?? ""
                kind: "small"
                wrapMode: Text.Wrap
            }
        }
    }

    Label {
        width: parent.width
        visible: view.files.length > view.most
        text: qsTr("and %n more", "", view.files.length - view.most)
        kind: "small"
    }

    Button {
        text: qsTr("Look for them in a folder…")
        icon.name: "folder"
        enabled: view.submission.state === SceneSubmission.Ready
        onClicked: picker.pickFolder()
    }

    ProgressBar {
        width: parent.width
        visible: view.submission.state === SceneSubmission.Looking
        indeterminate: true
        label: qsTr("Looking for the files")
    }

    Label {
        width: parent.width
        visible: text !== ""
        text: view.submission.errorText
        color: Theme.bad
        wrapMode: Text.Wrap
    }

    PathPicker {
        id: picker

        title: qsTr("Folder with the missing files")
        onPicked: urls => view.submission.lookIn(urls[0])
    }
}
