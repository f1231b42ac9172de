// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Shell

/// The models that faces are found with: offered where they are not here yet, with how far their download is.
Column {
    id: offer

    required property ModelDownload models
    readonly property bool isHere: models.state === ModelDownload.Here
    readonly property bool isLoading: models.state === ModelDownload.Loading
    /// Should be fetched.
    readonly property bool wanted: !isHere && !isLoading && choice.checked

    spacing: Theme.space1

    CheckBox {
        id: choice

        width: parent.width
        checked: true
        enabled: !offer.isHere && !offer.isLoading
        text: qsTr("Find the people in them")
    }

    Label {
        width: parent.width
        leftPadding: Theme.textTitle + Theme.space2
        text: offer.isHere ? qsTr("The face models are on this computer already.") : offer.models.state === ModelDownload.Failed ? offer.models.errorText : offer.models.sizeText === "" ? qsTr("Downloads the face models once.") : qsTr("Downloads the face models once: %1.").arg(offer.models.sizeText)
        kind: "small"
        wrapMode: Text.Wrap
    }

    ProgressBar {
        width: parent.width
        visible: offer.isLoading
        value: offer.models.fraction
        label: qsTr("Downloading the face models")
    }
}
