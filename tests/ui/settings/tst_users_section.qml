// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Ui

SettingsCase {
    id: testCase

    function type(text: string) {
        for (const letter of text)
            keyClick(letter);
    }

    function choose(what: string) {
        use(wanted("What can be done with “Anna”"));
        use(above(what));
    }

    function addAnna() {
        use(wanted("newUser"));
        const name = above("userName");
        tryVerify(() => name.activeFocus);
        type("Anna");
        above("userEmail").forceActiveFocus();
        type("anna@example.org");
        verify(!above("accept").enabled);
        above("userPassword").forceActiveFocus();
        type("long enough");
        use(above("userLimited"));
        use(above("accept"));
        wanted("Anna");
    }

    function test_aPersonIsAddedChangedAndRemovedWithUndo() {
        open("users");
        wanted("Nobody but you so far.");
        addAnna();
        const bar = wanted("quota");
        compare(bar.value, 0);
        choose("Change…");
        const name = above("userName");
        compare(name.text, "Anna");
        compare(above("userGigabytes").value, 50);
        verify(find("userPassword", name.parent) === null);
        use(above("userLimited"));
        use(above("accept"));
        tryVerify(() => find("quota") === null, 10000);
        choose("Remove");
        tryVerify(() => find("Anna") === null, 10000);
        UndoStack.undo();
        wanted("Anna");
        UndoStack.redo();
        tryVerify(() => find("Anna") === null, 10000);
    }

    function test_whatIsWrongIsSaidAndTheDialogStays() {
        open("users");
        addAnna();
        use(wanted("newUser"));
        const name = above("userName");
        tryVerify(() => name.activeFocus);
        type("Another");
        above("userEmail").forceActiveFocus();
        type("anna@example.org");
        above("userPassword").forceActiveFocus();
        type("long enough");
        use(above("accept"));
        tryVerify(() => find("problem", name.parent) !== null, 10000);
        compare(name.text, "Another");
        use(above("reject"));
    }

    function test_whereOneIsSignedInIsShown() {
        open("users");
        addAnna();
        choose("Where they are signed in…");
        above("Nowhere at present.");
        use(above("accept"));
    }

    function test_narrowNothingIsCut() {
        testCase.place.width = 480;
        open("users", {
                "isInside": true
            });
        addAnna();
        const row = wanted("Anna").parent.parent;
        verify(row.implicitWidth <= 480);
    }

    name: "UsersSection"
}
