// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Theme

/// Two people side by side who may be one.
Row {
    id: pair

    required property string personName
    required property string personCover
    required property int personPhotos
    required property string otherName
    required property string otherCover
    required property int otherPhotos
    property real size: Math.round(64 * Theme.scale)
    readonly property string words: qsTr("%1 and %2").arg(nameOf(personName)).arg(nameOf(otherName))

    function nameOf(name: string): string {
        return name === "" ? qsTr("somebody without a name") : name;
    }

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: pair.words

    QuestionFace {
        size: pair.size
        name: pair.personName
        cover: pair.personCover
        photos: pair.personPhotos
    }

    QuestionFace {
        size: pair.size
        name: pair.otherName
        cover: pair.otherCover
        photos: pair.otherPhotos
    }
}
