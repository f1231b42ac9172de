// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.People

/// "Same person?": the next question, while there are any. Of no height when there are none.
Item {
    id: strip

    required property SuggestionsModel model
    readonly property bool isNarrow: width < 640 * Theme.scale
    /// Everything below each other.
    readonly property bool isTight: width < 380 * Theme.scale

    signal allWanted

    height: strip.model.count > 0 ? card.implicitHeight + Theme.space3 : 0
    clip: true
    visible: height > 0

    Card {
        id: card

        x: Theme.space4
        width: strip.width - 2 * Theme.space4
        padding: Theme.space3
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Same person?")

        contentItem: GridLayout {
            columns: strip.isTight ? 1 : strip.isNarrow ? 2 : 3
            columnSpacing: Theme.space4
            rowSpacing: Theme.space2

            ListView {
                id: pairs

                Layout.preferredWidth: currentItem ? currentItem.implicitWidth : 0
                Layout.preferredHeight: currentItem ? currentItem.implicitHeight : Theme.target
                Layout.rowSpan: strip.isNarrow && !strip.isTight ? 2 : 1
                Layout.alignment: Qt.AlignTop
                interactive: false
                clip: true
                // What is made ahead is lost track of when several questions go at once.
                cacheBuffer: 0
                model: strip.model
                currentIndex: 0
                onCountChanged: currentIndex = 0

                delegate: QuestionPair {
                    visible: ListView.isCurrentItem
                }
            }

            Column {
                Layout.fillWidth: true
                spacing: Theme.space1

                Label {
                    width: parent.width
                    text: qsTr("Same person?")
                    kind: "large"
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }

                Label {
                    width: parent.width
                    text: strip.model.total > 1 ? qsTr("%n question(s) wait", "", strip.model.total) : qsTr("The last question")
                    kind: "soft"
                }
            }

            AnswerButtons {
                Layout.fillWidth: strip.isNarrow
                Layout.preferredWidth: naturalWidth
                Layout.minimumWidth: strip.isNarrow ? 0 : naturalWidth
                Layout.alignment: strip.isNarrow ? Qt.AlignTop : Qt.AlignVCenter | Qt.AlignRight
                canUndo: strip.model.canUndo
                canSeeAll: strip.model.total > 1
                onAnswered: isSame => strip.model.answer([0], isSame)
                onSkipped: strip.model.skip(0)
                onUndoWanted: strip.model.undo()
                onAllWanted: strip.allWanted()
            }
        }
    }
}
