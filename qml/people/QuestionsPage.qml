// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.People

/// All questions that wait, to be answered one by one or many at once.
FocusScope {
    id: page

    required property SuggestionsModel model
    required property bool isOn
    /// The ids of the questions that are chosen.
    property var chosen: []
    /// The row from which Shift extends; -1: the current one.
    property int anchor: -1

    signal back
    signal personOpened(string person)

    function toggle(id: string) {
        page.chosen = page.chosen.includes(id) ? page.chosen.filter(each => each !== id) : page.chosen.concat([id]);
    }

    function rowsChosen(): var {
        const rows = [];
        for (let row = 0; row < page.model.count; ++row) {
            if (page.chosen.includes(page.model.idAt(row)))
                rows.push(row);
        }
        return rows;
    }

    /// The chosen ones, else the current one.
    function answer(isSame: bool) {
        const rows = page.rowsChosen();
        page.model.answer(rows.length > 0 ? rows : [Math.max(0, list.currentIndex)], isSame);
        page.chosen = [];
    }

    function idsFrom(first: int, last: int): var {
        const ids = [];
        for (let row = first; row <= last; ++row)
            ids.push(page.model.idAt(row));
        return ids;
    }

    function chooseAll() {
        page.chosen = page.idsFrom(0, page.model.count - 1);
    }

    function invert() {
        page.chosen = page.idsFrom(0, page.model.count - 1).filter(id => !page.chosen.includes(id));
    }

    /// Chooses from where Shift was first held to where the key leads; false: it leads nowhere.
    function extend(event: var): bool {
        const start = page.anchor < 0 ? Math.max(0, list.currentIndex) : page.anchor;
        switch (event.key) {
        case Qt.Key_Left:
            list.moveCurrentIndexLeft();
            break;
        case Qt.Key_Right:
            list.moveCurrentIndexRight();
            break;
        case Qt.Key_Up:
            list.moveCurrentIndexUp();
            break;
        case Qt.Key_Down:
            list.moveCurrentIndexDown();
            break;
        default:
            if (!keys.press(event))
                return false;
        }
        page.anchor = start;
        page.chosen = page.idsFrom(Math.min(start, list.currentIndex), Math.max(start, list.currentIndex));
        return true;
    }

    function press(event: var): bool {
        const isControl = event.modifiers & Qt.ControlModifier;
        if (event.key === Qt.Key_Shift || (event.modifiers & Qt.ShiftModifier && page.extend(event)))
            return true;
        page.anchor = -1;
        if (event.key === Qt.Key_Space && list.currentIndex >= 0)
            page.toggle(page.model.idAt(list.currentIndex));
        else if (event.key === Qt.Key_A && isControl)
            page.chooseAll();
        else if (event.key === Qt.Key_I && isControl)
            page.invert();
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && list.currentIndex >= 0)
            page.personOpened((list.currentItem as QuestionCard).personId);
        else if (event.key === Qt.Key_Escape && page.chosen.length > 0)
            page.chosen = [];
        else if (event.key === Qt.Key_Escape)
            page.back();
        else
            return keys.press(event);
        return true;
    }

    QuestionCommands {
        isOn: page.isOn
        questions: page.model
        group: qsTr("People")
        onAnswered: isSame => page.answer(isSame)
        onSkipped: page.model.skip(Math.max(0, list.currentIndex))
    }

    Command {
        text: qsTr("Back to everybody")
        icon: "arrow-left"
        group: qsTr("People")
        sequences: ["Alt+Left"]
        enabled: page.isOn
        onActivated: page.back()
    }

    PageHeader {
        id: header

        width: parent.width
        title: qsTr("Same person?")
        note: page.model.total > 0 ? Number(page.model.total).toLocaleString(Qt.locale(), "f", 0) : ""
        canGoBack: true
        onBack: page.back()
        actions: [
            IconButton {
                text: qsTr("Take the last answer back")
                keys: "Z"
                icon.name: "undo"
                enabled: page.model.canUndo
                onClicked: page.model.undo()
            }
        ]
    }

    GridView {
        id: list

        readonly property int columns: Math.max(1, Math.floor(width / (300 * Theme.scale)))

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        clip: true
        // What is made ahead is lost track of when several questions go at once.
        cacheBuffer: 0
        focus: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor((width - Theme.space4) / columns)
        cellHeight: Math.round(120 * Theme.scale + 3 * Theme.target)
        model: page.model
        visible: count > 0
        bottomMargin: bar.visible ? bar.height + 2 * Theme.target + Theme.space6 : Theme.space4
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: header.title
        Keys.onPressed: event => event.accepted = page.press(event)

        ViewKeys {
            id: keys

            view: list
            columns: list.columns
        }

        WheelScroll {
            view: list
        }

        delegate: QuestionCard {
            width: list.cellWidth - Theme.space3
            height: list.cellHeight - Theme.space3
            isChosen: page.chosen.includes(suggestionId)
            showsFocus: list.activeFocus && GridView.isCurrentItem
            onToggled: {
                list.currentIndex = index;
                list.forceActiveFocus(Qt.MouseFocusReason);
                page.toggle(suggestionId);
            }
            onAnswered: isSame => page.model.answer([index], isSame)
            onPersonOpened: person => page.personOpened(person)
        }
    }

    EmptyState {
        anchors.fill: list
        visible: page.model.count === 0
        icon: "check"
        title: qsTr("No questions wait")
        text: qsTr("When two people look alike, you are asked here whether they are the same.")
        actionText: qsTr("Back to everybody")
        onAction: page.back()
    }

    Raised {
        id: bar

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.barPlace
        width: barRow.implicitWidth + 2 * Theme.space2
        height: barRow.implicitHeight + 2 * Theme.space2
        visible: page.chosen.length > 0
        Accessible.role: Accessible.ToolBar
        Accessible.name: amount.text

        RowLayout {
            id: barRow

            anchors.centerIn: parent
            spacing: Theme.space1

            IconButton {
                text: qsTr("Choose none")
                keys: "Esc"
                icon.name: "close"
                onClicked: page.chosen = []
            }

            Label {
                id: amount

                Layout.rightMargin: Theme.space2
                text: qsTr("%n chosen", "", page.chosen.length)
            }

            KeyButton {
                text: qsTr("All the same")
                keys: "Y"
                kind: "primary"
                onClicked: page.answer(true)
            }

            KeyButton {
                text: qsTr("None the same")
                keys: "N"
                onClicked: page.answer(false)
            }
        }
    }
}
