// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Tests
import Kinframe.Ui

SettingsCase {
    id: testCase

    readonly property var sections: ["folders", "sharing", "models", "work", "writeback", "appearance", "language", "storage", "about"]

    function test_everySectionShows_data() {
        return testCase.sections.map(name => ({
                        "tag": name
                    }));
    }

    function test_everySectionShows(data: var) {
        testCase.library.sayRunning();
        const page = open(data.tag);
        compare(page.section, data.tag);
        for (const dark of [false, true]) {
            Preferences.theme = dark ? "dark" : "light";
            waitForRendering(page);
        }
        compare(Surroundings.clippedTexts(page), []);
        compare(Surroundings.lowTargets(page, 28), []);
    }

    function test_nothingIsCut_data() {
        return testCase.sections.map(name => ({
                        "tag": name
                    }));
    }

    function test_nothingIsCut(data: var) {
        testCase.library.sayRunning();
        testCase.place.width = 480;
        const page = open(data.tag, {
                "isInside": true
            });
        waitForRendering(page);
        compare(Surroundings.clippedTexts(page), []);
        Preferences.textScale = 2;
        Surroundings.longTexts = true;
        waitForRendering(page);
        compare(Surroundings.clippedTexts(page), []);
    }

    function test_keysGoThroughTheSections() {
        const page = open("folders");
        const list = wanted("Sections of the settings");
        list.forceActiveFocus();
        keyClick(Qt.Key_Down);
        compare(page.section, "sharing");
        keyClick(Qt.Key_End);
        keyClick(Qt.Key_Up);
        verify(list.activeFocus);
        keyClick(Qt.Key_Return);
        verify(!list.activeFocus);
    }

    function test_narrowTheSectionHasTheRoom() {
        testCase.place.width = 480;
        const page = open("folders");
        verify(page.isNarrow);
        verify(!page.isInside);
        press(wanted("Appearance"));
        compare(page.section, "appearance");
        verify(page.isInside);
        verify(find("Sections of the settings") === null);
        use(wanted("Back"));
        verify(!page.isInside);
        verify(find("Sections of the settings") !== null);
    }

    function test_aTargetLeadsToItsSection() {
        const page = open("folders");
        page.openTarget({
                "section": "models"
            });
        compare(page.section, "models");
    }

    function test_themeAndTextSize() {
        open("appearance");
        use(wanted("Dark"));
        compare(Preferences.theme, "dark");
        const size = wanted("textSize");
        size.forceActiveFocus();
        keyClick(Qt.Key_Right);
        compare(Preferences.textScale, 1.1);
    }

    function test_languageChangesAtOnce() {
        open("language");
        use(wanted("简体中文"));
        compare(Preferences.language, "zh-CN");
        use(wanted("English"));
        compare(Preferences.language, "en");
    }

    function test_workIsKept() {
        open("work");
        use(wanted("Paused"));
        tryVerify(() => testCase.library.setting("work.when") === "paused");
        use(wanted("Always"));
        tryVerify(() => testCase.library.setting("work.when") === "always");
    }

    function test_thePersonSaysHowLongTheTrashIsKept() {
        open("storage");
        const days = wanted("trashDays");
        tryCompare(days, "currentIndex", 1);
        days.forceActiveFocus();
        keyClick(Qt.Key_Down);
        tryVerify(() => testCase.library.setting("trash.days") === 90);
        keyClick(Qt.Key_End);
        tryVerify(() => testCase.library.setting("trash.days") === 0);
        compare(days.currentIndex, 4);
        compare(days.count, 5);
    }

    function test_writingBackIsTurnedOnByThePerson() {
        open("writeback");
        const files = wanted("files");
        verify(!files.checked);
        verify(!files.enabled);
        use(wanted("sidecars"));
        tryVerify(() => testCase.library.setting("writeback.sidecars") === true);
        tryVerify(() => files.enabled);
        use(files);
        tryVerify(() => testCase.library.setting("writeback.files") === true);
        // Without the first there is no second.
        use(wanted("sidecars"));
        tryVerify(() => !files.checked && !files.enabled);
    }

    function test_emptyingTheTrashAsksFirst() {
        testCase.library.addToTrash(3);
        open("storage");
        const button = wanted("emptyTrash");
        tryVerify(() => button.enabled);
        use(button);
        const yes = above("Delete for good");
        compare(testCase.library.photos(), 0);
        use(yes);
        tryVerify(() => find("The trash is empty") !== null, 10000);
    }

    name: "SettingsPage"
}
