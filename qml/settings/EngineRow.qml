// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// An engine: where its program is, or why it is not there.
SettingRow {
    id: row

    /// See RenderSettings.engines.
    required property var engine
    readonly property bool isFound: (row.engine.problem ?? "") === ""

    signal changeWanted

    title: row.engine.title ?? ""
    description: row.isFound ? qsTr("Found at %1").arg(row.engine.place ?? "") : row.engine.problem

    Icon {
        name: row.isFound ? "check" : "warning"
        color: row.isFound ? Theme.good : Theme.warn
    }

    Button {
        text: qsTr("Change…")
        Accessible.name: qsTr("Change where %1 is").arg(row.title)
        onClicked: row.changeWanted()
    }
}
