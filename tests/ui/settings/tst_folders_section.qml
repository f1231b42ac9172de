// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SettingsCase {
    id: testCase

    function addFolder() {
        testCase.library.write("photos/a.jpg", 10);
        testCase.library.write("photos/b.jpg", 20);
        const section = wanted("addFolder").parent.parent.parent;
        const dialog = testCase.dialogOf(section);
        dialog.ask(testCase.library.folder("photos"), "photos");
        use(above("Add"));
        tryVerify(() => testCase.library.photos() === 2, 10000);
        wanted("photos");
    }

    /// The dialog for the desktop's own cannot be driven; what follows it can.
    function dialogOf(section: Item): var {
        for (const thing of Array.from(section.resources ?? [])) {
            if (thing.ask !== undefined && thing.folder !== undefined)
                return thing;
        }
        for (const child of Array.from(section.children)) {
            const found = testCase.dialogOf(child);
            if (found)
                return found;
        }
        return null;
    }

    function test_aFolderIsAdded() {
        open("folders");
        testCase.addFolder();
        tryVerify(() => find("problem") === null);
    }

    function test_pulledAwayItSaysSoAndComesBack() {
        open("folders");
        testCase.addFolder();
        verify(testCase.library.rename("photos", "drive"));
        testCase.library.scanAll();
        const problem = wanted("problem");
        verify(problem.text.length > 20);
        compare(problem.actionText, "Show where it is…");
        compare(testCase.library.photos(), 2);
        verify(testCase.library.rename("drive", "photos"));
        testCase.library.scanAll();
        tryVerify(() => find("problem") === null, 10000);
    }

    function test_refusedFilesAreShown() {
        testCase.library.writeGarbage("photos/bad.jpg");
        open("folders");
        testCase.addFolder();
        const problem = wanted("problem");
        use(wanted("Show which", problem));
        above("Files that could not be taken");
        keyClick(Qt.Key_Escape);
    }

    function test_removedItsPhotosStay() {
        open("folders");
        testCase.addFolder();
        use(wanted("more"));
        use(above("Remove…"));
        use(above("Remove"));
        tryVerify(() => find("more") === null, 10000);
        compare(testCase.library.photos(), 2);
    }

    name: "FoldersSection"
}
