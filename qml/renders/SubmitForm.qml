// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.Renders

/// What of a scene is to be rendered, and how.
Column {
    id: form

    required property SceneSubmission submission
    readonly property int frames: last.value < first.value ? 0 : Math.floor((last.value - first.value) / step.value) + 1
    readonly property int most: 10000
    readonly property bool isWhole: form.frames > 0 && form.frames <= form.most

    function begin(firstFrame: int, lastFrame: int, frameStep: int) {
        first.value = firstFrame;
        last.value = lastFrame;
        step.value = frameStep;
        tests.clear();
        stops.checked = true;
        priority.value = 5;
        hardware.currentIndex = 0;
        camera.currentIndex = 0;
        version.clear();
        size.begin(form.submission.sceneWidth, form.submission.sceneHeight);
    }

    /// By their names in the API, and the camera.
    function wishes(): var {
        const kind = form.submission.hardware[hardware.currentIndex]?.id ?? "";
        const asked = {
            "start_frame": first.value,
            "total_frames": form.frames,
            "frame_step": step.value,
            "priority": priority.value,
            "width": size.pixelWidth,
            "height": size.pixelHeight,
            "camera": camera.currentIndex > 0 ? form.submission.cameras[camera.currentIndex] : ""
        };
        if (kind !== "")
            asked["hardware_config_id"] = kind;
        if (version.text.trim() !== "")
            asked["cg_version"] = version.text.trim();
        if (tests.text.trim() !== "") {
            asked["test_frames"] = tests.text.trim();
            asked["stop_after_test"] = stops.checked;
        }
        return asked;
    }

    spacing: Theme.space2

    Flow {
        width: parent.width
        spacing: Theme.space3

        LabelledSpin {
            id: first

            label: qsTr("First frame")
            from: 0
            to: 1000000
        }

        LabelledSpin {
            id: last

            label: qsTr("Last frame")
            from: 0
            to: 1000000
        }

        LabelledSpin {
            id: step

            label: qsTr("Step")
            from: 1
            to: 1000
        }

        LabelledSpin {
            id: priority

            label: qsTr("Priority, 0 to 10")
            from: 0
            to: 10
        }
    }

    Label {
        width: parent.width
        text: form.frames > form.most ? qsTr("A render has at most %1 frames.").arg(Number(form.most).toLocaleString(Qt.locale(), "f", 0)) : form.frames === 0 ? qsTr("The last frame comes before the first.") : qsTr("%n frame(s) are rendered.", "", form.frames)
        kind: "small"
        color: form.isWhole ? Theme.textSoft : Theme.bad
        wrapMode: Text.Wrap
    }

    TextField {
        id: tests

        objectName: "testFrames"
        width: parent.width
        label: qsTr("Test frames")
        placeholderText: qsTr("None, or numbers: 10, 20, 30")
        maximumLength: 100
    }

    Switch {
        id: stops

        width: parent.width
        visible: tests.text.trim() !== ""
        text: qsTr("Stop if a test frame fails")
        description: qsTr("Test frames go first and alone.")
    }

    FrameSize {
        id: size

        width: parent.width
        sizes: form.submission.sizes
    }

    Flow {
        width: parent.width
        spacing: Theme.space3

        Column {
            visible: form.submission.cameras.length > 2
            spacing: Theme.space1

            Label {
                text: camera.label
                kind: "small"
                Accessible.ignored: true
            }

            ComboBox {
                id: camera

                width: Math.min(implicitWidth, form.width)
                label: qsTr("Camera")
                model: form.submission.cameras
            }
        }

        Column {
            spacing: Theme.space1

            Label {
                text: hardware.label
                kind: "small"
                Accessible.ignored: true
            }

            ComboBox {
                id: hardware

                width: Math.min(implicitWidth, form.width)
                label: qsTr("Computer")
                textRole: "text"
                model: form.submission.hardware
            }
        }
    }

    TextField {
        id: version

        objectName: "engineVersion"
        width: Math.min(parent.width, Math.round(280 * Theme.scale))
        label: qsTr("Version of %1").arg(form.submission.engine)
        placeholderText: form.submission.version === "" ? qsTr("Any that is there") : qsTr("Any; the scene asks for %1").arg(form.submission.version)
        maximumLength: 50
    }
}
