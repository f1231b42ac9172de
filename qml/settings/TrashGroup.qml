// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Settings

/// What lies in the trash, and emptying it.
SettingGroup {
    id: group

    required property StorageOverview use
    /// Ways of the choice; another number that was set elsewhere is among them, too.
    readonly property var days: {
        const usual = [7, 30, 90, 365];
        const all = kept.value === 0 || usual.includes(kept.value) ? usual : usual.concat([kept.value]).sort((a, b) => a - b);
        return all.concat([0]);
    }

    title: qsTr("Trash")

    StoredSetting {
        id: kept

        key: "trash.days"
    }

    SettingRow {
        width: parent.width
        title: qsTr("Delete what is in the trash")
        description: kept.value === 0 ? qsTr("What is in the trash stays until you empty it.") : qsTr("What has been in the trash for so long goes by itself.")

        ComboBox {
            objectName: "trashDays"
            label: qsTr("Delete what is in the trash")
            model: group.days.map(days => days === 0 ? qsTr("Never") : qsTr("After %n day(s)", "", days))
            currentIndex: group.days.indexOf(kept.value)
            onActivated: index => {
                kept.change(group.days[index]);
                currentIndex = Qt.binding(() => group.days.indexOf(kept.value));
            }
        }
    }

    Banner {
        width: parent.width
        visible: kept.errorText !== ""
        kind: "bad"
        text: kept.errorText
    }

    SettingRow {
        width: parent.width
        visible: !group.use.isEmptying
        title: group.use.trashed === 0 ? qsTr("The trash is empty") : qsTr("%n photo(s) and videos", "", group.use.trashed)
        description: group.use.trashed === 0 ? "" : qsTr("Emptying the trash frees %1.").arg(group.use.trash)

        Button {
            objectName: "emptyTrash"
            text: qsTr("Empty the trash…")
            icon.name: "trash"
            kind: "danger"
            enabled: group.use.trashed > 0
            onClicked: question.open()
        }
    }

    RowLayout {
        width: parent.width
        visible: group.use.isEmptying
        spacing: Theme.space3

        ProgressBar {
            Layout.fillWidth: true
            value: group.use.fraction
            label: qsTr("The trash is emptied")
        }

        Button {
            text: qsTr("Stop")
            onClicked: group.use.cancelEmptying()
        }
    }

    Dialog {
        id: question

        title: qsTr("Delete %n photo(s) and videos for good?", "", group.use.trashed)
        acceptText: qsTr("Delete for good")
        isDanger: true
        onAccepted: group.use.emptyTrash()

        Label {
            width: parent.width
            text: qsTr("With them go their faces, tags and ratings. %1 become free. Files in folders elsewhere stay where they are. This cannot be undone.").arg(group.use.trash)
            wrapMode: Text.Wrap
        }
    }
}
