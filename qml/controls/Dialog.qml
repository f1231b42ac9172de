// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme

/// A question that has to be answered first. What is put into it stands below each other; Esc is "no".
T.Dialog {
    id: dialog

    property string acceptText: qsTr("OK")
    property string rejectText: qsTr("Cancel")
    property bool canAccept: true
    /// What it does cannot be taken back.
    property bool isDanger: false
    /// What is written is looked at before it is taken: checkWanted() comes in place of accept(), and whoever hears it
    /// accepts where nothing is wrong. In accepted() it is too late: the dialog closes after it.
    property bool checksFirst: false
    property real size: Math.round(420 * Theme.scale)
    default property alias content: column.data

    signal checkWanted

    function take() {
        if (dialog.checksFirst)
            dialog.checkWanted();
        else
            dialog.accept();
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? Math.min(size, parent.width - 2 * Theme.space4) : size
    height: parent ? Math.min(implicitHeight, parent.height - 2 * Theme.space4) : implicitHeight
    implicitHeight: topPadding + bottomPadding + implicitContentHeight + implicitHeaderHeight + implicitFooterHeight
    // The rest is the column's, whose rings of focus would be cut off else.
    horizontalPadding: Theme.space5 - Theme.space1
    verticalPadding: Theme.space2
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: FocusMemory.remember(T.Overlay.overlay)
    onClosed: FocusMemory.giveBack(T.Overlay.overlay)

    contentItem: ScrollArea {
        implicitWidth: column.implicitWidth + 2 * Theme.space1
        implicitHeight: column.implicitHeight
        clip: contentHeight > height
        interactive: contentHeight > height

        Column {
            id: column

            x: Theme.space1
            width: parent.width - 2 * Theme.space1
            spacing: Theme.space3
        }
    }

    header: Label {
        topPadding: Theme.space5
        leftPadding: Theme.space5
        rightPadding: Theme.space5
        text: dialog.title
        kind: "title"
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    footer: Item {
        implicitHeight: buttons.implicitHeight + Theme.space4 + Theme.space5

        Flow {
            id: buttons

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Theme.space4
            anchors.leftMargin: Theme.space5
            anchors.rightMargin: Theme.space5
            layoutDirection: Qt.RightToLeft
            spacing: Theme.space2

            Button {
                objectName: "accept"
                // Enter is "yes", but where that cannot be taken back.
                focus: !dialog.isDanger
                visible: text !== ""
                text: dialog.acceptText
                kind: dialog.isDanger ? "danger" : "primary"
                enabled: dialog.canAccept
                onClicked: dialog.take()
            }

            Button {
                objectName: "reject"
                focus: dialog.isDanger
                visible: text !== ""
                text: dialog.rejectText
                onClicked: dialog.reject()
            }
        }
    }

    background: Raised {
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.placeTime
        }
    }

    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.stateTime
        }
    }
}
