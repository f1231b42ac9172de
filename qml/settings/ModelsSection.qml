// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Ui.Settings

/// The networks that faces are found with.
SettingsSection {
    id: section

    lead: qsTr("Faces are found and told apart on this computer, with small neural networks. No photo leaves it for that.")

    FaceNetworks {
        id: faceNetworks

        onLookingAgain: photos => Notices.show(qsTr("Looking for faces in %n photo(s) again.", "", photos))
    }

    FailedState {
        width: parent.width
        visible: faceNetworks.status === FaceNetworks.Failed
        text: faceNetworks.errorText
        onRetry: faceNetworks.reload()
    }

    Banner {
        width: parent.width
        objectName: "error"
        visible: text !== ""
        kind: "bad"
        text: faceNetworks.actErrorText
    }

    SettingGroup {
        width: parent.width
        title: qsTr("Models")

        Repeater {
            model: faceNetworks

            NetworkRow {
                width: parent.width
                networks: faceNetworks
            }
        }
    }

    SettingGroup {
        width: parent.width

        SettingRow {
            width: parent.width
            title: qsTr("Look for all faces again")
            description: qsTr("After another model was chosen, or where faces are missing. Names and what you have corrected stay. It runs in the background.")

            Button {
                text: qsTr("Look again")
                enabled: !faceNetworks.isMeasuring
                onClicked: faceNetworks.lookAgain()
            }
        }
    }
}
