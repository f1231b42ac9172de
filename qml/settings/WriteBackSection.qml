// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Ui.Settings

/// Whether what people say of photos is written where other programs read it.
SettingsSection {
    id: section

    lead: qsTr("Ratings, tags, titles, descriptions and the names of faces are kept in the library. Other programs see them only where they are written beside the photos, or into them.")

    StoredSetting {
        id: sidecars

        key: "writeback.sidecars"
    }

    StoredSetting {
        id: files

        key: "writeback.files"
    }

    UnwrittenPhotos {
        id: unwritten
    }

    Banner {
        objectName: "unwritten"
        width: parent.width
        visible: unwritten.count > 0
        kind: "bad"
        text: qsTr("%n photo(s) could not be written.", "", unwritten.count) + " " + unwritten.reason
        actionText: qsTr("Try again")
        onAction: unwritten.retry()
    }

    SettingGroup {
        width: parent.width

        SettingRow {
            width: parent.width
            title: qsTr("Write beside the photos")
            description: qsTr("An XMP file next to each photo of which something is said; for photos that the library keeps itself, in its own folder “sidecars”. The photos stay as they are, to the bit. Turned on, it is done for all photos once.")

            Switch {
                objectName: "sidecars"
                Accessible.name: qsTr("Write beside the photos")
                checked: sidecars.value
                onToggled: {
                    sidecars.change(checked);
                    checked = Qt.binding(() => sidecars.value);
                }
            }
        }

        SettingRow {
            width: parent.width
            enabled: sidecars.value
            title: qsTr("Also write into the photos")
            description: qsTr("This changes your files: JPEG, PNG and WebP in folders that stay where they are. Each is written as a copy first, which takes its place only if its picture is the same to the bit. Photos that the library keeps itself are never changed.")

            Switch {
                objectName: "files"
                Accessible.name: qsTr("Also write into the photos")
                checked: sidecars.value && files.value
                onToggled: {
                    files.change(checked);
                    checked = Qt.binding(() => sidecars.value && files.value);
                }
            }
        }

        Banner {
            width: parent.width
            visible: text !== ""
            kind: "bad"
            text: sidecars.errorText !== "" ? sidecars.errorText : files.errorText
        }
    }
}
