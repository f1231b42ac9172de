// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui.Renders

/// Folders that scenes may lie in, and how paths of other computers are to be read here.
SettingGroup {
    id: group

    title: qsTr("Scenes and their paths")
    visible: places.status !== ScenePlaces.Unloaded

    ScenePlaces {
        id: places
    }

    FailedState {
        width: parent.width
        visible: places.status === ScenePlaces.Failed
        text: places.errorText
        onRetry: places.reload()
    }

    Banner {
        width: parent.width
        visible: places.status === ScenePlaces.Ready && places.errorText !== ""
        kind: "bad"
        text: places.errorText
    }

    PairRows {
        width: parent.width
        title: qsTr("Folders with scenes")
        description: qsTr("Others who use this library may have only scenes in these folders looked at. You may have any.")
        addText: qsTr("Add a folder…")
        rows: Array.from(places.folders).map(folder => ({
                        "from": folder,
                        "to": ""
                    }))
        canChange: false
        onAdditionWanted: picker.pickFolder()
        onRemovalWanted: row => places.removeFolder(row)
    }

    Divider {
        width: parent.width
    }

    PairRows {
        width: parent.width
        title: qsTr("Paths of other computers")
        description: qsTr("Where scenes name a folder as another computer calls it, say where it is here.")
        addText: qsTr("Add a path…")
        rows: places.mappings
        onAdditionWanted: paths.ask(-1, "", "")
        onChangeWanted: row => paths.ask(row, places.mappings[row].from, places.mappings[row].to)
        onRemovalWanted: row => places.removeMapping(row)
    }

    Divider {
        width: parent.width
    }

    PairRows {
        width: parent.width
        title: qsTr("Variables in paths")
        description: qsTr("What a name such as $SHOW stands for in the paths of scenes.")
        addText: qsTr("Add a variable…")
        rows: places.variables
        onAdditionWanted: variables.ask(-1, "", "")
        onChangeWanted: row => variables.ask(row, places.variables[row].from, places.variables[row].to)
        onRemovalWanted: row => places.removeVariable(row)
    }

    PathPicker {
        id: picker

        title: qsTr("Folder with scenes")
        onPicked: urls => places.addFolder(urls[0])
    }

    PairDialog {
        id: paths

        title: paths.row < 0 ? qsTr("A path of another computer") : qsTr("Change this path")
        fromLabel: qsTr("How it begins there")
        fromHint: "Z:/show"
        toLabel: qsTr("Folder here")
        picksFolder: true
        onWanted: (row, from, to) => paths.problem = places.setMapping(row, from, to)
        onFolderPicked: folder => paths.to = places.pathOf(folder)
    }

    PairDialog {
        id: variables

        title: variables.row < 0 ? qsTr("A variable") : qsTr("Change this variable")
        fromLabel: qsTr("Name")
        fromHint: "SHOW"
        toLabel: qsTr("What it stands for")
        picksFolder: true
        onWanted: (row, from, to) => variables.problem = places.setVariable(row, from, to)
        onFolderPicked: folder => variables.to = places.pathOf(folder)
    }
}
