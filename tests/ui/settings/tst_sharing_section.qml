// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SettingsCase {
    id: testCase

    function test_sharingIsTurnedOn() {
        open("sharing");
        use(wanted("sharing"));
        tryVerify(() => testCase.library.setting("sharing.on") === true);
        testCase.library.sayRunning();
        wanted("https://192.168.1.5:8000");
        compare(wanted("fingerprint").text.split("\n").length, 2);
    }

    function test_aPortInUseOffersAnother() {
        open("sharing");
        use(wanted("sharing"));
        testCase.library.sayPortInUse(8000, 8001);
        const problem = wanted("problem");
        verify(problem.text.includes("8000"));
        use(wanted("Use port 8001", problem));
        tryVerify(() => testCase.library.setting("sharing.port") === 8001);
    }

    function test_reachIsChosenWithKeys() {
        open("sharing");
        use(wanted("sharing"));
        const reach = wanted("reach");
        tryVerify(() => reach.enabled);
        reach.forceActiveFocus();
        keyClick(Qt.Key_Left);
        tryVerify(() => testCase.library.setting("sharing.reach") === "computer");
    }

    function test_aKeyIsShownOnceAndRevoked() {
        testCase.library.sayRunning();
        open("sharing");
        const make = wanted("newKey");
        make.forceActiveFocus();
        keyClick(Qt.Key_Space);
        const name = above("keyName");
        verify(name.activeFocus);
        for (const letter of "Phone")
            keyClick(letter);
        use(above("Only look"));
        use(above("Make the key"));
        const secret = above("secret");
        verify(secret.text.length > 20);
        verify(above("qr").squares > 21);
        use(above("Done"));
        wanted("Phone");
        use(wanted("Revoke the key “Phone”"));
        use(above("Revoke"));
        tryVerify(() => find("Phone") === null, 10000);
        compare(secret.text, "");
    }

    function beginPairing(): string {
        testCase.library.sayRunning();
        open("sharing");
        use(wanted("pairDevice"));
        const invitation = JSON.parse(above("pairingQr").text);
        compare(invitation.url, "https://192.168.1.5:8000");
        return testCase.library.askAsDevice(invitation.pairing, "Anna's phone");
    }

    function test_aDeviceIsPairedAfterItsDigitsAreCompared() {
        const code = testCase.beginPairing();
        compare(code.length, 6);
        tryCompare(above("pairingCode"), "text", code.slice(0, 3) + " " + code.slice(3));
        compare(testCase.library.deviceStands(), "waiting");
        use(above("They are the same"));
        above("“Anna's phone” fetches its key…");
        compare(testCase.library.deviceStands(), "confirmed");
        above("“Anna's phone” is let in. Its key is in the list and can be revoked there.");
        use(above("accept"));
    }

    function test_otherDigitsAreRefused() {
        testCase.beginPairing();
        above("pairingCode");
        use(above("They are not"));
        compare(testCase.library.deviceStands(), "refused");
    }

    name: "SharingSection"
}
