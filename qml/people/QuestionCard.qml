// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme

/// One of many questions "Same person?", to be chosen together with others or answered by itself.
Item {
    id: card

    required property int index
    required property string suggestionId
    required property string personId
    required property string personName
    required property string personCover
    required property int personPhotos
    required property string otherName
    required property string otherCover
    required property int otherPhotos
    required property bool isChosen
    required property bool showsFocus

    signal toggled
    signal answered(bool isSame)
    signal personOpened(string person)

    Accessible.role: Accessible.ListItem
    Accessible.name: pair.words
    Accessible.selectable: true
    Accessible.selected: isChosen
    Accessible.focusable: true
    Accessible.focused: showsFocus

    Card {
        anchors.fill: parent
        padding: Theme.space3
        Accessible.ignored: true

        contentItem: ColumnLayout {
            spacing: Theme.space2

            QuestionPair {
                id: pair

                Layout.alignment: Qt.AlignHCenter
                size: Math.round(80 * Theme.scale)
                personName: card.personName
                personCover: card.personCover
                personPhotos: card.personPhotos
                otherName: card.otherName
                otherCover: card.otherCover
                otherPhotos: card.otherPhotos
            }

            Row {
                Layout.alignment: Qt.AlignHCenter
                spacing: Theme.space2

                Button {
                    text: qsTr("Yes")
                    focusPolicy: Qt.NoFocus
                    Accessible.name: qsTr("%1 are the same person").arg(pair.words)
                    onClicked: card.answered(true)
                }

                Button {
                    text: qsTr("No")
                    focusPolicy: Qt.NoFocus
                    Accessible.name: qsTr("%1 are not the same person").arg(pair.words)
                    onClicked: card.answered(false)
                }

                IconButton {
                    text: qsTr("Look at their photos")
                    icon.name: "images"
                    focusPolicy: Qt.NoFocus
                    onClicked: card.personOpened(card.personId)
                }
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: card.isChosen
        radius: Theme.radiusLarge
        color: Qt.alpha(Theme.accent, 0.1)
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }

    FocusRing {
        shown: card.showsFocus
        radius: Theme.radiusLarge
    }

    CheckMark {
        x: Theme.space2
        y: Theme.space2
        isRound: true
        state3: card.isChosen ? Qt.Checked : Qt.Unchecked
    }

    TapHandler {
        onTapped: card.toggled()
    }
}
