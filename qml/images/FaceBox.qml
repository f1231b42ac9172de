// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Kinframe.Controls
import Kinframe.Theme

/// One face in the photo: its frame, whose it is, and its changes.
FocusScope {
    id: face

    required property string faceId
    required property string personId
    required property string name
    required property rect box

    /// All faces are shown, not only the one that is pointed at.
    property bool isShown: false
    property bool isNaming: false
    readonly property bool isActive: pointer.hovered || activeFocus || isNaming
    readonly property bool isSeen: isShown || isActive

    signal named(string name, string personId)
    signal dismissed
    signal reshaped(rect box)
    signal finished

    function startNaming() {
        face.isNaming = true;
        field.text = face.name;
        field.selectAll();
        field.forceActiveFocus();
    }

    function stopNaming() {
        face.isNaming = false;
        field.text = "";
        face.finished();
    }

    x: box.x * (parent?.width ?? 0)
    y: box.y * (parent?.height ?? 0)
    width: box.width * (parent?.width ?? 0)
    height: box.height * (parent?.height ?? 0)
    z: isActive ? 1 : 0
    activeFocusOnTab: isShown
    Accessible.role: Accessible.Button
    Accessible.name: name !== "" ? qsTr("Face of %1").arg(name) : qsTr("Face without a name")
    Accessible.focusable: true
    Accessible.onPressAction: face.startNaming()
    // What the viewer does with these keys it does not do while a face has the focus.
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Delete || Boolean(event.modifiers & Qt.AltModifier)
    Keys.onReturnPressed: face.startNaming()
    Keys.onEnterPressed: face.startNaming()
    Keys.onPressed: event => {
        if (face.isNaming)
            return;
        if (event.key === Qt.Key_F2)
            face.startNaming();
        else if (event.key === Qt.Key_Delete)
            face.dismissed();
        else if (!editor.press(event))
            return;
        event.accepted = true;
    }

    HoverHandler {
        id: pointer
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: face.startNaming()
    }

    BoxEditor {
        id: editor

        anchors.fill: parent
        isSeen: face.isSeen
        isActive: face.isActive
        box: face.box
        onChanged: box => face.reshaped(box)
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.bottom
        anchors.topMargin: Theme.space1
        width: words.width + 2 * Theme.space2
        height: words.implicitHeight + Theme.space1
        visible: face.isSeen && !face.isNaming
        radius: Theme.radius
        color: Qt.alpha(Theme.stage, 0.7)

        Label {
            id: words

            anchors.centerIn: parent
            width: Math.min(implicitWidth, 200 * Theme.scale)
            text: face.name !== "" ? face.name : qsTr("Who is this?")
            color: Theme.textOnStage
            Accessible.ignored: true
        }
    }

    StageButton {
        anchors.left: parent.right
        anchors.bottom: parent.top
        visible: face.isActive && !face.isNaming
        focusPolicy: Qt.NoFocus
        text: qsTr("Not a face")
        keys: "Del"
        icon.name: "face-off"
        onClicked: face.dismissed()
    }

    NameField {
        id: field

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.bottom
        anchors.topMargin: Theme.space1
        visible: face.isNaming
        onNamed: (name, personId) => {
            face.named(name, personId);
            face.stopNaming();
        }
        onCanceled: face.stopNaming()
        onActiveFocusChanged: {
            if (!activeFocus)
                face.isNaming = false;
        }
    }
}
