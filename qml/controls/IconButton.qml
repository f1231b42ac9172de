// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A button that is only an icon (icon.name); `text` names it in its tip and for screen readers.
T.Button {
    id: button

    /// Its keys, told in the tip: "Ctrl+F".
    property string keys: ""
    property color ink: checked ? Theme.accent : Theme.text
    property real iconSize: Theme.textTitle
    property ToolTip tip: null
    /// Who has used it knows what it is; what it opens is not to be covered.
    property bool isUsed: false
    readonly property bool wantsTip: (hovered || visualFocus) && !isUsed && text !== ""

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    padding: 0
    display: T.AbstractButton.IconOnly
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true
    onPressed: button.isUsed = true
    onHoveredChanged: {
        if (!button.hovered)
            button.isUsed = false;
    }
    onWantsTipChanged: {
        if (button.wantsTip && !button.tip)
            button.tip = tipComponent.createObject(button);
    }
    Accessible.name: text
    Accessible.checkable: checkable
    Accessible.checked: checked
    // Templates know only the space bar.
    Keys.onReturnPressed: button.use()
    Keys.onEnterPressed: button.use()

    function use() {
        if (button.checkable)
            button.toggle();
        button.clicked();
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.icon.name
            color: button.ink
            size: button.iconSize
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: button.checked ? Theme.accentSoft : "transparent"

        Wash {
            hovered: button.hovered
            pressed: button.down
            ink: button.ink
        }

        FocusRing {
            shown: button.visualFocus
            distance: 0
        }
    }

    // Made when it is first wanted: there are many buttons and few of them are ever asked.
    Component {
        id: tipComponent

        ToolTip {
            visible: button.wantsTip
            text: button.text
            keys: button.keys
        }
    }
}
