// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kinframe.Controls
import Kinframe.Shell
import Kinframe.Theme
import Kinframe.Ui.Images

/// On this day: what was taken on it in former years, above the photos. Takes no room where there is nothing.
FocusScope {
    id: strip

    /// Whether there is a place for it where it lies.
    property bool isWanted: true
    /// Of the page, for its command.
    property bool isOn: true
    readonly property alias memories: memories
    readonly property bool isOfDay: memories.count > 0 && MemorySettings.isOn && !MemorySettings.isDismissed
    readonly property bool isShown: isWanted && (memories.showsSaved || isOfDay)
    property real former: 0

    /// It takes so much more room now, or less: what lies below is to stay where it is.
    signal grew(real by)

    function dismiss() {
        if (memories.showsSaved) {
            memories.showsSaved = false;
            return;
        }
        MemorySettings.setDismissed(true);
        Notices.show(qsTr("Memories come again tomorrow. They can be turned off in the settings."));
    }

    height: isShown ? column.implicitHeight + Theme.space3 : 0
    visible: isShown
    onHeightChanged: {
        const by = strip.height - strip.former;
        strip.former = strip.height;
        strip.grew(by);
    }

    MemoriesModel {
        id: memories

        isOn: MemorySettings.isOn
        onFailed: sentence => Notices.fail(sentence)
    }

    MemoryPhotos {
        id: shown

        onReady: Navigator.viewerRequested(shown, 0)
    }

    Command {
        text: MemorySettings.isDismissed ? qsTr("Show the memories of this day") : qsTr("Put the memories of this day away")
        icon: "history"
        group: qsTr("Images")
        enabled: strip.isOn && MemorySettings.isOn && memories.count > 0 && !memories.showsSaved
        onActivated: {
            if (MemorySettings.isDismissed)
                MemorySettings.setDismissed(false);
            else
                strip.dismiss();
        }
    }

    Command {
        text: memories.showsSaved ? qsTr("Put the saved memories away") : qsTr("Show the saved memories")
        icon: "star"
        group: qsTr("Images")
        enabled: strip.isOn
        onActivated: memories.showsSaved = !memories.showsSaved
    }

    Column {
        id: column

        x: Theme.space4
        width: strip.width - 2 * Theme.space4
        spacing: Theme.space1

        RowLayout {
            width: parent.width
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: memories.showsSaved ? qsTr("Saved memories") : qsTr("On this day")
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }

            IconButton {
                text: memories.showsSaved ? qsTr("Close") : qsTr("Not today")
                icon.name: "close"
                onClicked: strip.dismiss()
            }
        }

        Label {
            width: parent.width
            visible: memories.showsSaved && memories.count === 0 && memories.status === MemoriesModel.Ready
            text: qsTr("None is saved yet. Save a memory on its day, by the button beside it.")
            kind: "soft"
            wrapMode: Text.WordWrap
        }

        ListView {
            id: list

            objectName: "memoryList"
            width: parent.width
            height: Math.round(64 * Theme.scale)
            visible: memories.count > 0
            focus: true
            activeFocusOnTab: true
            orientation: ListView.Horizontal
            spacing: Theme.space2
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            model: memories
            // A list that was empty at first has no current row by itself.
            onCountChanged: {
                if (list.currentIndex < 0 && list.count > 0)
                    list.currentIndex = 0;
            }
            Accessible.role: Accessible.List
            Accessible.name: memories.showsSaved ? qsTr("Saved memories") : qsTr("On this day")
            Keys.onReturnPressed: shown.keys = memories.open(list.currentIndex)
            Keys.onEnterPressed: shown.keys = memories.open(list.currentIndex)
            Keys.onSpacePressed: shown.keys = memories.open(list.currentIndex)
            Keys.onMenuPressed: (list.currentItem as MemoryCard)?.openMenu()

            delegate: MemoryCard {
                isCurrent: list.activeFocus && ListView.isCurrentItem
                onClicked: {
                    list.currentIndex = index;
                    shown.keys = memories.open(index);
                }
                onSavingWanted: isSaved => memories.setSaved(index, isSaved)
                onHidingWanted: memories.hide(index)
            }
        }
    }
}
