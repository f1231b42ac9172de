// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kinframe.Controls
import Kinframe.Theme
import Kinframe.Ui.People

/// A slider for strictness, and what it would change.
ColumnLayout {
    id: view

    readonly property bool canApply: preview.status === StrictnessPreview.Ready && preview.strictness !== preview.applied
    readonly property bool isWorking: preview.status === StrictnessPreview.Loading

    signal applied
    signal wentWrong(string text)

    function takeKeyboard() {
        slider.forceActiveFocus(Qt.PopupFocusReason);
    }

    function apply() {
        preview.apply();
    }

    function nameOf(strictness: int): string {
        if (strictness === 0)
            return qsTr("As recommended");
        return strictness > 0 ? qsTr("Stricter by %1").arg(strictness) : qsTr("Looser by %1").arg(-strictness);
    }

    function effect(): string {
        if (preview.joined === 0 && preview.parted === 0)
            return qsTr("Nobody would change.");
        const now = qsTr("%n person(s) now", "", preview.peopleNow);
        return qsTr("%1, %2 then.").arg(now).arg(Number(preview.peopleThen).toLocaleString(Qt.locale(), "f", 0));
    }

    spacing: Theme.space3

    StrictnessPreview {
        id: preview

        onAppliedChanged: {
            if (view.visible && preview.status === StrictnessPreview.Ready)
                view.applied();
        }
        onWentWrong: text => view.wentWrong(text)
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Stricter: fewer strangers end up together, more people appear twice. Looser: the other way round. Names and corrections of yours stay in any case.")
        kind: "soft"
        wrapMode: Text.Wrap
    }

    Slider {
        id: slider

        Layout.fillWidth: true
        from: preview.least
        to: preview.most
        stepSize: 1
        snapMode: T.Slider.SnapAlways
        showsTicks: true
        value: preview.strictness
        label: qsTr("Strictness")
        valueText: view.nameOf(value)
        onMoved: settle.restart()

        Timer {
            id: settle

            interval: 250
            onTriggered: preview.strictness = slider.value
        }
    }

    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            text: qsTr("Looser")
            kind: "small"
        }

        Label {
            text: slider.valueText
            font.weight: Font.DemiBold
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            text: qsTr("Stricter")
            kind: "small"
        }
    }

    ProgressBar {
        Layout.fillWidth: true
        opacity: view.isWorking ? 1 : 0
        value: preview.progress
        label: qsTr("Working out what would change")
    }

    Label {
        Layout.fillWidth: true
        text: preview.status === StrictnessPreview.Failed ? preview.errorText : view.isWorking ? qsTr("Working out what would change…") : preview.status === StrictnessPreview.Ready ? view.effect() : ""
        wrapMode: Text.Wrap
        color: preview.status === StrictnessPreview.Failed ? Theme.bad : Theme.text
        Accessible.role: Accessible.StaticText
    }

    ListView {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(260 * Theme.scale, Math.max(contentHeight, 3 * Theme.target))
        clip: true
        opacity: view.isWorking ? 0.5 : 1
        boundsBehavior: Flickable.StopAtBounds
        spacing: Theme.space2
        model: preview
        activeFocusOnTab: count > 0
        T.ScrollBar.vertical: ScrollBar {
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What would change")

        delegate: StrictnessRow {
            width: ListView.view.width
        }
    }
}
