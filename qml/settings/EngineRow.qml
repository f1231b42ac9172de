// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// An engine: where its program is, or why it is not there; or what the computers of a cluster are told to run.
SettingRow {
    id: row

    /// See RenderSettings.engines.
    required property var engine
    readonly property bool isFound: (row.engine.problem ?? "") === ""
    readonly property bool isElsewhere: row.engine.isElsewhere ?? false
    readonly property string found: row.isElsewhere ? qsTr("On the cluster: %1") : qsTr("Found at %1")

    signal changeWanted

    title: row.engine.title ?? ""
    description: row.isFound ? row.found.arg(row.engine.place ?? "") : row.engine.problem

    Icon {
        name: !row.isFound ? "warning" : row.isElsewhere ? "servers" : "check"
        color: !row.isFound ? Theme.warn : row.isElsewhere ? Theme.textSoft : Theme.good
    }

    Button {
        text: qsTr("Change…")
        Accessible.name: qsTr("Change where %1 is").arg(row.title)
        onClicked: row.changeWanted()
    }
}
