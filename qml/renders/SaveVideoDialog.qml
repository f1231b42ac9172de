// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui
import Kinframe.Ui.Renders

/// Where the frames of a render are to be saved as a video, and how fast they follow each other. What was chosen last is
/// offered again.
Dialog {
    id: dialog

    property int task: 0
    property int frames: 0

    function ask(task: int, scene: string, frames: int) {
        dialog.task = task;
        dialog.frames = frames;
        folder.text = Preferences.value("renders/videoFolder", target.usualFolder());
        name.text = target.nameFor(scene);
        rate.value = Preferences.value("renders/videoRate", 24);
        target.forget();
        dialog.open();
    }

    function save(replaces: bool) {
        Preferences.setValue("renders/videoFolder", folder.text);
        Preferences.setValue("renders/videoRate", rate.value);
        VideoActs.save(dialog.task, target.path, rate.value, replaces);
        dialog.accept();
    }

    title: qsTr("Save as video")
    acceptText: qsTr("Save")
    canAccept: folder.text.trim() !== "" && name.text.trim() !== "" && !target.isLooking
    checksFirst: true
    onCheckWanted: target.look(folder.text, name.text)
    onOpened: {
        name.forceActiveFocus(Qt.PopupFocusReason);
        name.select(0, name.text.lastIndexOf("."));
    }

    VideoTarget {
        id: target

        onNothingThere: dialog.save(false)
        onTaken: question.open()
    }

    PathPicker {
        id: picker

        title: qsTr("Where to save the video")
        onPicked: urls => folder.text = target.pathOf(urls[0])
    }

    TextField {
        id: name

        width: parent.width
        label: qsTr("Name")
        errorText: target.nameProblem
        onTextChanged: target.forget()
        onAccepted: {
            if (dialog.canAccept)
                dialog.take();
        }
    }

    RowLayout {
        width: parent.width
        spacing: Theme.space2

        TextField {
            id: folder

            Layout.fillWidth: true
            label: qsTr("Folder")
            errorText: target.folderProblem
            onTextChanged: target.forget()
            onAccepted: {
                if (dialog.canAccept)
                    dialog.take();
            }
        }

        IconButton {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: folder.topInset
            text: qsTr("Choose a folder")
            icon.name: "folder"
            onClicked: picker.pickFolder()
        }
    }

    LabelledSpin {
        id: rate

        label: qsTr("Frames per second")
        from: 1
        to: 120
    }

    Label {
        width: parent.width
        text: dialog.frames > 0 ? qsTr("The %n rendered frame(s) become %1 of video.", "", dialog.frames).arg(target.lengthText(dialog.frames, rate.value)) : ""
        kind: "soft"
        wrapMode: Text.Wrap
    }

    Dialog {
        id: question

        title: qsTr("Replace “%1”?").arg(name.text)
        acceptText: qsTr("Replace")
        isDanger: true
        onAccepted: dialog.save(true)

        Label {
            width: parent.width
            text: target.path === "" ? "" : qsTr("A file with this name is in “%1” already. It goes for good.").arg(folder.text)
            wrapMode: Text.Wrap
        }
    }
}
