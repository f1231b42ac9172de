// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Short words to the person that go away by themselves.
QtObject {
    id: notices

    /// `kind` is "info", "warn" or "bad".
    signal shown(string text, string kind)

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
