// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme

/// How alike faces must be to be one person: what another setting would change is shown before it is kept.
Dialog {
    id: dialog

    size: Math.round(560 * Theme.scale)
    title: qsTr("How strict to be")
    acceptText: qsTr("Keep this")
    canAccept: content.item !== null && (content.item as StrictnessView).canApply
    onOpened: (content.item as StrictnessView).takeKeyboard()
    onAccepted: (content.item as StrictnessView).apply()

    contentItem: Loader {
        id: content

        active: dialog.visible

        sourceComponent: StrictnessView {
            onApplied: Notices.show(qsTr("Kept. Everybody is being sorted anew."))
            onWentWrong: text => Notices.fail(text)
        }
    }
}
