// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls

/// A kind of computer that renders can ask for.
SettingRow {
    id: row

    /// See RenderSettings.hardware.
    required property var hardware
    readonly property string price: Number(row.hardware.price ?? 0).toLocaleString(Qt.locale(), "f", 2)
    readonly property string cards: (row.hardware.gpus ?? 0) === 0 ? "" : (row.hardware.gpuModel ?? "") === "" ? " · " + qsTr("%n graphics card(s)", "", row.hardware.gpus) : " · " + qsTr("%1 × %2").arg(row.hardware.gpus).arg(row.hardware.gpuModel)
    readonly property string facts: qsTr("%1 GB · %2 · %3 per hour").arg(row.hardware.ram ?? 0).arg(qsTr("%n core(s)", "", row.hardware.cores ?? 0) + row.cards).arg(row.price)

    signal changeWanted
    signal removalWanted

    title: row.hardware.name ?? ""
    description: row.hardware.isAvailable === false ? qsTr("%1 · not available").arg(row.facts) : row.facts

    Button {
        objectName: "changeKind"
        text: qsTr("Change…")
        Accessible.name: qsTr("Change “%1”").arg(row.title)
        onClicked: row.changeWanted()
    }

    IconButton {
        text: qsTr("Remove “%1”").arg(row.title)
        icon.name: "trash"
        onClicked: row.removalWanted()
    }
}
