// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.People

/// To whom: somebody there is, or, with a new name, somebody new.
Dialog {
    id: dialog

    /// Not offered: who they are taken from.
    property string from: ""
    readonly property string known: names.personNamed(field.text)

    /// `person` is empty where the name is new.
    signal chosen(string person, string name)

    function choose(person: string, name: string) {
        dialog.close();
        dialog.chosen(person, name);
    }

    acceptText: dialog.known === "" && field.text.trim() !== "" ? qsTr("Make a new person") : qsTr("OK")
    canAccept: field.text.trim() !== ""
    onAboutToShow: field.clear()
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onAccepted: names.decide(field.text.trim())

    NameCompletion {
        id: names

        text: field.text
        except: dialog.from
        isOn: dialog.visible
        onDecided: (name, person) => dialog.chosen(person, name)
    }

    contentItem: Column {
        spacing: Theme.space2

        TextField {
            id: field

            width: parent.width
            placeholderText: qsTr("Name")
            maximumLength: 200
            onAccepted: {
                if (list.currentIndex >= 0)
                    dialog.choose(names.idAt(list.currentIndex), names.nameAt(list.currentIndex));
                else if (dialog.canAccept)
                    dialog.accept();
            }
            onTextEdited: list.currentIndex = -1
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.currentIndex = list.currentIndex > 0 ? list.currentIndex - 1 : -1
        }

        ListView {
            id: list

            width: parent.width
            // A low window leaves less room than the list would have.
            height: Math.max(0, Math.min(contentHeight, 6 * Theme.target * 1.4, room))

            readonly property real room: (dialog.parent?.height ?? 0) - 2 * Theme.space4 - dialog.topPadding - dialog.bottomPadding - dialog.implicitHeaderHeight - dialog.implicitFooterHeight - field.height - Theme.space2
            clip: true
            currentIndex: -1
            model: names
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {
            }
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People")

            delegate: PersonRow {
                width: list.width
                highlighted: ListView.isCurrentItem
                onClicked: dialog.choose(personId, name)
            }
        }

        Label {
            width: parent.width
            visible: list.count === 0 && field.text.trim() !== ""
            text: qsTr("Nobody has this name yet.")
            kind: "soft"
            wrapMode: Text.Wrap
        }
    }
}
