// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kinframe.Theme

/// A field that offers ways to go on: a list of texts, of which it shows those that fit, or a model (with `textRole`)
/// that somebody narrows down by what is written.
TextField {
    id: field

    property var completions: []
    property string textRole: ""
    readonly property alias isOpen: offers.visible
    readonly property var offered: Array.isArray(completions) ? completions.filter(each => field.fits(each)) : completions

    /// Enter, without an offer chosen.
    signal entered(string text)
    /// An offer was chosen; `index` is its place in what is offered.
    signal picked(int index, string text)

    function fits(offer: var): bool {
        const words = field.textRole === "" ? offer : offer[field.textRole];
        return words !== field.text && words.toLocaleLowerCase().includes(field.text.toLocaleLowerCase());
    }

    function pick(index: int) {
        const words = (list.itemAtIndex(index) as MenuRow).text;
        field.text = words;
        offers.close();
        field.picked(index, words);
    }

    function step(by: int) {
        if (!offers.visible)
            offers.open();
        const after = list.currentIndex + by;
        list.currentIndex = after >= list.count ? -1 : after < -1 ? list.count - 1 : after;
    }

    onTextEdited: {
        list.currentIndex = -1;
        if (field.length > 0)
            offers.open();
        else
            offers.close();
    }
    onActiveFocusChanged: {
        if (!activeFocus)
            offers.close();
    }
    Keys.onDownPressed: field.step(1)
    Keys.onUpPressed: field.step(-1)
    Keys.onEscapePressed: event => {
        event.accepted = offers.visible;
        offers.close();
    }
    Keys.onReturnPressed: field.finish()
    Keys.onEnterPressed: field.finish()

    function finish() {
        if (offers.visible && list.currentIndex >= 0) {
            field.pick(list.currentIndex);
            return;
        }
        offers.close();
        field.entered(field.text);
    }

    T.Popup {
        id: offers

        // Above the field where there is no room below it.
        property bool isAbove: false

        y: isAbove ? field.topInset - height - Theme.space1 : field.height - field.bottomInset + Theme.space1
        width: field.width
        onAboutToShow: {
            const below = field.Window.height - field.mapToItem(null, 0, field.height).y;
            offers.isAbove = below < 5 * Theme.target && below < field.mapToItem(null, 0, 0).y;
        }
        height: Math.min(list.contentHeight, 8 * Theme.target) + topPadding + bottomPadding
        padding: list.count > 0 ? Theme.space1 : 0
        closePolicy: T.Popup.CloseOnPressOutsideParent

        contentItem: ListView {
            id: list

            clip: true
            // What is being made outside of the view is asked for by numbers that the next list may not have.
            cacheBuffer: 0
            currentIndex: -1
            model: field.offered
            T.ScrollBar.vertical: ScrollBar {
            }

            delegate: MenuRow {
                required property var model
                required property int index

                width: list.width
                highlighted: ListView.isCurrentItem
                text: field.textRole === "" ? model.modelData : model[field.textRole] ?? model.modelData[field.textRole]
                onClicked: field.pick(index)
            }
        }

        background: Raised {
            visible: list.count > 0
        }
    }
}
