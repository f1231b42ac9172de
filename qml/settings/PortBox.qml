// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Settings

/// The port; it is taken when the person has stopped changing it.
SpinBox {
    id: box

    required property StoredSetting setting

    label: qsTr("Port")
    from: setting.least
    to: setting.most
    value: setting.value
    // A name, not an amount: no marks between its digits.
    textFromValue: value => String(value)
    valueFromText: text => parseInt(text)
    onValueModified: pause.restart()

    Timer {
        id: pause

        interval: 700
        onTriggered: {
            box.setting.change(box.value);
            box.value = Qt.binding(() => box.setting.value);
        }
    }
}
