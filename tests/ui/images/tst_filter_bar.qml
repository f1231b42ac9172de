// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Kinframe.Controls
import Kinframe.Images
import Kinframe.Shell
import Kinframe.Tests
import Kinframe.Ui
import Kinframe.Ui.Images

/// What the photos of the page are narrowed down to.
ImagesCase {
    id: testCase

    property Item page: null
    property PictureGrid grid: null
    property Item bar: null

    /// Six photos: two of them favourites, three with a rating, one with a tag.
    function open() {
        testCase.photos.addPhotos(6);
        testCase.photos.rate(0, 5);
        testCase.photos.rate(1, 3);
        testCase.photos.rate(2, 4);
        testCase.photos.tag(1, "sea");
        testCase.page = make(pageComponent, {});
        testCase.grid = findChild(testCase.page, "photos") as PictureGrid;
        testCase.bar = findChild(testCase.page, "filterBar") as Item;
        tryCompare(testCase.grid, "total", 6);
        testCase.page.forceActiveFocus();
        waitForRendering(testCase.page);
    }

    function openBar() {
        keyClick(Qt.Key_F, Qt.ControlModifier);
        tryCompare(testCase.bar, "visible", true);
    }

    function type(text: string) {
        for (const letter of text)
            keyClick(letter);
    }

    function field(): TextField {
        return findChild(testCase.bar, "written") as TextField;
    }

    function overlay(name: string): Item {
        return testCase.find(testCase.place.Window.window.contentItem, name);
    }

    function test_aTextThatIsWrong() {
        testCase.open();
        testCase.openBar();
        mouseClick(findChild(testCase.bar, "asText"));
        const written = testCase.field();
        tryCompare(written, "activeFocus", true);
        testCase.type("rating ge");
        keyClick(Qt.Key_Return);
        tryVerify(() => written.errorText !== "");
        // What was shown before stays.
        compare(testCase.grid.total, 6);
        testCase.type(" 4");
        keyClick(Qt.Key_Return);
        tryCompare(written, "errorText", "");
        tryCompare(testCase.grid, "total", 2);
    }

    function test_nothingFits() {
        testCase.open();
        testCase.openBar();
        testCase.type("nothing has such a name");
        tryCompare(testCase.grid, "total", 0);
        tryVerify(() => testCase.find(testCase.page, "No photo fits the filter") !== null);
        mouseClick(testCase.find(findChild(testCase.page, "states"), "Clear the filter"));
        tryCompare(testCase.grid, "total", 6);
    }

    function test_escapeLeaves() {
        testCase.open();
        testCase.openBar();
        keyClick(Qt.Key_Escape);
        tryCompare(testCase.bar, "visible", false);
        compare(testCase.grid.activeFocus, true);
    }

    function test_wordsNarrow() {
        testCase.open();
        testCase.openBar();
        testCase.type("sea");
        tryCompare(testCase.grid, "total", 1);
        keyClick(Qt.Key_Escape);
        tryCompare(testCase.grid, "total", 6);
    }

    function test_aConditionByKeys() {
        testCase.open();
        testCase.openBar();
        findChild(testCase.bar, "adder").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.overlay("apply") !== null);
        const value = testCase.overlay("value");
        verify(value);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Tab);
        tryCompare(value, "activeFocus", true);
        // Not a number: it says so and stays.
        testCase.type("many");
        keyClick(Qt.Key_Return);
        tryVerify(() => value.errorText !== "");
        value.clear();
        testCase.type("4");
        keyClick(Qt.Key_Return);
        tryCompare(testCase.grid, "total", 2);
        tryVerify(() => testCase.find(testCase.bar, "Rating ≥ 4") !== null);
        tryVerify(() => testCase.overlay("apply") === null);
        testCase.find(testCase.bar, "Rating ≥ 4").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        tryCompare(testCase.grid, "total", 6);
        compare(findChild(testCase.bar, "adder").activeFocus, true);
    }

    function test_chipsAndTextAreOne() {
        testCase.open();
        testCase.openBar();
        mouseClick(findChild(testCase.bar, "asText"));
        testCase.type("rating>=3&tag_sea");
        keyClick(Qt.Key_Return);
        tryCompare(testCase.grid, "total", 1);
        mouseClick(findChild(testCase.bar, "asText"));
        tryVerify(() => testCase.find(testCase.bar, "Tag: sea") !== null);
        (testCase.find(testCase.bar, "Tag: sea") as Chip).removed();
        tryCompare(testCase.grid, "total", 3);
        mouseClick(findChild(testCase.bar, "asText"));
        compare(testCase.field().text, "rating ge 3");
    }

    function test_whatChipsCannotSay() {
        testCase.open();
        testCase.openBar();
        mouseClick(findChild(testCase.bar, "asText"));
        testCase.type("rating eq 5 or rating eq 3");
        keyClick(Qt.Key_Return);
        tryCompare(testCase.grid, "total", 2);
        mouseClick(findChild(testCase.bar, "asText"));
        const chip = testCase.find(testCase.bar, "Custom: rating eq 5 or rating eq 3");
        verify(chip);
        waitForRendering(testCase.page);
        mouseClick(chip, 20, chip.height / 2);
        tryCompare(testCase.field(), "activeFocus", true);
    }

    function test_offersGoOn() {
        testCase.open();
        testCase.openBar();
        mouseClick(findChild(testCase.bar, "asText"));
        const written = testCase.field();
        testCase.type("tags/any(t: t eq 's");
        tryVerify(() => written.offered.titleAt(0) === "sea");
        tryCompare(written, "isOpen", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(written.text, "tags/any(t: t eq 'sea'");
        testCase.type(")");
        keyClick(Qt.Key_Return);
        tryCompare(testCase.grid, "total", 1);
    }

    function test_order() {
        testCase.open();
        mouseClick(testCase.find(testCase.page, "Order"));
        tryVerify(() => testCase.overlay("Best rated first") !== null);
        for (let i = 0; i < 6; ++i)
            keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryCompare(testCase.grid.model, "order", "rating desc");
        tryCompare(testCase.grid.model, "status", TimelineModel.Ready);
        tryVerify(() => testCase.grid.model.data(testCase.grid.model.index(0, 0), TimelineModel.RatingRole) === 5);
        compare(testCase.grid.total, 6);
    }

    function test_savedSearches() {
        testCase.open();
        testCase.openBar();
        testCase.type("sea");
        tryCompare(testCase.grid, "total", 1);
        mouseClick(findChild(testCase.bar, "saved"));
        tryVerify(() => testCase.overlay("newName") !== null);
        tryCompare(testCase.overlay("newName"), "activeFocus", true);
        testCase.type("water");
        keyClick(Qt.Key_Return);
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM saved_search") === 1);
        tryVerify(() => Commands.all.some(each => each.text === "Show the search “water”"));
        mouseClick(findChild(testCase.bar, "clear"));
        tryCompare(testCase.grid, "total", 6);
        mouseClick(findChild(testCase.bar, "saved"));
        tryVerify(() => testCase.overlay("water") !== null);
        waitForRendering(testCase.page);
        mouseClick(testCase.overlay("water"));
        tryCompare(testCase.grid, "total", 1);
        mouseClick(findChild(testCase.bar, "saved"));
        tryVerify(() => testCase.overlay("Delete “water”") !== null);
        waitForRendering(testCase.page);
        mouseClick(testCase.overlay("Delete “water”"));
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM saved_search") === 0);
        tryCompare(UndoStack, "undoText", "“water” deleted");
        UndoStack.undo();
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM saved_search") === 1);
        UndoStack.redo();
        tryVerify(() => testCase.photos.number("SELECT count(*) FROM saved_search") === 0);
    }

    function test_anotherLanguage() {
        testCase.open();
        testCase.openBar();
        mouseClick(findChild(testCase.bar, "asText"));
        testCase.type("rating>=3");
        keyClick(Qt.Key_Return);
        tryCompare(testCase.grid, "total", 3);
        mouseClick(findChild(testCase.bar, "asText"));
        tryVerify(() => testCase.find(testCase.bar, "Rating ≥ 3") !== null);
        Preferences.languageChanged();
        tryVerify(() => testCase.find(testCase.bar, "Rating ≥ 3") !== null);
        compare(testCase.grid.total, 3);
    }

    function test_room_data() {
        const rows = [];
        for (const width of [480, 900]) {
            for (const scale of [1, 2])
                rows.push({
                        "tag": width + " px, " + scale + " times",
                        "width": width,
                        "scale": scale
                    });
        }
        return rows;
    }

    function test_room(row) {
        testCase.place.width = row.width;
        Preferences.textScale = row.scale;
        testCase.open();
        testCase.openBar();
        mouseClick(findChild(testCase.bar, "asText"));
        testCase.type("rating ge 1 and width ge 5 and file_name ne 'a very long name of a file that somebody has'");
        keyClick(Qt.Key_Return);
        mouseClick(findChild(testCase.bar, "asText"));
        waitForRendering(testCase.page);
        compare(Surroundings.lowTargets(testCase.page, 28 * row.scale), []);
        findChild(testCase.bar, "adder").clicked();
        tryVerify(() => testCase.overlay("apply") !== null);
        const left = testCase.overlay("kinds").mapToItem(testCase.place, 0, 0).x;
        verify(left >= 0, left);
        keyClick(Qt.Key_Escape);
        tryVerify(() => testCase.overlay("apply") === null);
        for (const item of [findChild(testCase.bar, "clear"), findChild(testCase.bar, "adder")]) {
            const right = item.mapToItem(testCase.page, item.width, 0).x;
            verify(right <= row.width, right);
        }
    }

    Component {
        id: pageComponent

        ImagesPage {
            anchors.fill: parent
        }
    }
}
