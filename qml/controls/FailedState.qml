// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// It could not be read: why, and a way to try again. `text` is a sentence with its remedy.
EmptyState {
    id: state

    signal retry

    icon: "warning"
    title: qsTr("This could not be shown")
    actionText: qsTr("Try again")
    onAction: state.retry()
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
}
