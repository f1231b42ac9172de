// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Short words to the person that go away by themselves.
QtObject {
    id: notices

    /// `kind` is "info", "warn" or "bad".
    signal shown(string text, string kind)
    /// A file is where the person wanted it; it can be shown there.
    signal fileMade(string text, string file)

    function show(text: string) {
        notices.shown(text, "info");
    }

    function warn(text: string) {
        notices.shown(text, "warn");
    }

    function fail(text: string) {
        notices.shown(text, "bad");
    }
}
