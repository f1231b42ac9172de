// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// Asks which bucket it is. It is kept once it has been tested; until then the dialog stays.
Dialog {
    id: dialog

    required property StoreSettings store
    /// By the name of the field.
    property var problems: ({})

    function ask() {
        dialog.problems = {};
        dialog.store.clearError();
        dialog.fill(dialog.store.bucket);
        secret.clear();
        dialog.open();
        endpoint.forceActiveFocus();
    }

    function fill(bucket: var) {
        endpoint.text = bucket.endpoint;
        region.text = bucket.region;
        name.text = bucket.bucket;
        keyId.text = bucket.keyId;
        pathStyle.checked = bucket.isPathStyle;
    }

    function tryIt() {
        const bucket = {
            "endpoint": endpoint.text,
            "region": region.text,
            "bucket": name.text,
            "keyId": keyId.text,
            "secret": secret.text,
            "isPathStyle": pathStyle.checked
        };
        dialog.problems = dialog.store.problems(bucket);
        if (Object.keys(dialog.problems).length === 0)
            dialog.store.chooseBucket(bucket);
    }

    size: Math.round(560 * Theme.scale)
    title: qsTr("Which object store?")
    acceptText: qsTr("Test and save")
    canAccept: !store.isBusy
    checksFirst: true
    onCheckWanted: dialog.tryIt()

    ScrollArea {
        id: scroller

        width: parent.width
        height: Math.min(column.height, Math.max(160, (dialog.parent?.height ?? 0) - Math.round(220 * Theme.scale)))

        Column {
            id: column

            width: scroller.width - Theme.space3
            spacing: Theme.space3

            TextField {
                id: endpoint

                objectName: "endpoint"
                width: parent.width
                label: qsTr("Address")
                placeholderText: "https://s3.example.org"
                inputMethodHints: Qt.ImhUrlCharactersOnly
                errorText: dialog.problems.endpoint ?? ""
            }

            TextField {
                id: name

                objectName: "bucketName"
                width: parent.width
                label: qsTr("Bucket")
                errorText: dialog.problems.bucket ?? ""
            }

            TextField {
                id: region

                width: parent.width
                label: qsTr("Region")
                placeholderText: "us-east-1"
                errorText: dialog.problems.region ?? ""
            }

            TextField {
                id: keyId

                objectName: "keyId"
                width: parent.width
                label: qsTr("Id of the key")
                errorText: dialog.problems.keyId ?? ""
            }

            TextField {
                id: secret

                objectName: "secret"
                width: parent.width
                label: qsTr("Secret of the key")
                placeholderText: dialog.store.isBucket ? qsTr("As it is") : ""
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhHiddenText | Qt.ImhNoPredictiveText
                errorText: dialog.problems.secret ?? ""
            }

            Switch {
                id: pathStyle

                width: parent.width
                text: qsTr("The bucket is part of the path")
                description: qsTr("On for most stores of one's own. Off where each bucket has a host name of its own.")
            }

            ProgressBar {
                width: parent.width
                visible: dialog.store.isBusy
                indeterminate: true
                label: qsTr("The store is being tested")
            }

            Label {
                width: parent.width
                visible: text !== ""
                text: dialog.store.errorText
                color: Theme.bad
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
