// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// How large frames are rendered: as the scene has it, a part of that, or any size.
Column {
    id: field

    /// See SceneSubmission.sizes.
    property var sizes: []
    readonly property bool isOther: box.currentIndex === field.sizes.length
    readonly property int pixelWidth: field.isOther ? across.value : field.sizes[box.currentIndex]?.width ?? 0
    readonly property int pixelHeight: field.isOther ? down.value : field.sizes[box.currentIndex]?.height ?? 0

    function begin(width: int, height: int) {
        box.currentIndex = 0;
        across.value = width > 0 ? width : 1920;
        down.value = height > 0 ? height : 1080;
    }

    spacing: Theme.space2

    Column {
        width: parent.width
        spacing: Theme.space1

        Label {
            text: box.label
            kind: "small"
            Accessible.ignored: true
        }

        ComboBox {
            id: box

            objectName: "frameSize"
            width: Math.min(implicitWidth, field.width)
            label: qsTr("Frame size")
            model: field.sizes.map(size => size.text).concat([qsTr("Another size")])
        }
    }

    Flow {
        width: parent.width
        visible: field.isOther
        spacing: Theme.space3

        LabelledSpin {
            id: across

            label: qsTr("Width in pixels")
            from: 1
            to: 32768
        }

        LabelledSpin {
            id: down

            label: qsTr("Height in pixels")
            from: 1
            to: 32768
        }
    }
}
