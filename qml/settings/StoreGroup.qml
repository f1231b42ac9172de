// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Renders

/// Where the files of scenes and their pictures are kept: in a folder of this computer, or in a bucket.
SettingGroup {
    id: group

    readonly property var bucket: store.bucket

    title: qsTr("Where files of renders are kept")
    visible: store.status !== StoreSettings.Unloaded

    StoreSettings {
        id: store

        onChosen: dialog.close()
    }

    FailedState {
        width: parent.width
        visible: store.status === StoreSettings.Failed
        text: store.errorText
        onRetry: store.reload()
    }

    Choices {
        width: parent.width
        visible: store.status === StoreSettings.Ready
        enabled: !store.isBusy
        label: group.title
        currentIndex: store.isBucket ? 1 : 0
        options: [{
                "text": qsTr("In a folder of this computer"),
                "description": qsTr("Within the folder of the library.")
            }, {
                "text": qsTr("In an object store, too"),
                "description": qsTr("Any that speaks S3: other computers take the files from there, and links lead there.")
            }]
        onActivated: index => {
            if (index === 1)
                dialog.ask();
            else
                store.chooseFolder();
            currentIndex = Qt.binding(() => store.isBucket ? 1 : 0);
        }
    }

    SettingRow {
        width: parent.width
        visible: store.isBucket
        title: qsTr("Bucket “%1”").arg(group.bucket.bucket)
        description: qsTr("At %1, with the key %2. Its secret is kept, and not shown again.").arg(group.bucket.endpoint).arg(group.bucket.keyId)

        Button {
            objectName: "changeStore"
            text: qsTr("Change…")
            Accessible.name: qsTr("Change the object store")
            enabled: !store.isBusy
            onClicked: dialog.ask()
        }
    }

    Banner {
        width: parent.width
        visible: store.status === StoreSettings.Ready && store.errorText !== "" && !dialog.visible
        kind: "bad"
        text: store.errorText
        dismissible: true
        onDismissed: store.clearError()
    }

    StoreDialog {
        id: dialog

        store: store
    }
}
