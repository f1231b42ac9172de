// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui

/// The language of the window.
SettingsSection {
    id: section

    readonly property var languages: ["", "en", "zh-CN"]

    lead: qsTr("Dates and numbers follow the language. It changes at once.")

    SettingGroup {
        width: parent.width

        Choices {
            objectName: "languages"
            width: parent.width
            label: qsTr("Language")
            currentIndex: Math.max(0, section.languages.indexOf(Preferences.language))
            // Each in its own language, so that whoever reads no other finds it.
            options: [{
                    "text": qsTr("As the system")
                }, {
                    "text": "English"
                }, {
                    "text": "简体中文"
                }]
            onActivated: index => Preferences.language = section.languages[index]
        }
    }
}
