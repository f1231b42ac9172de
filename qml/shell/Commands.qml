// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// All commands there are at the moment.
QtObject {
    id: commands

    /// Of Command; another list after each change.
    property var all: []

    function add(command: QtObject) {
        // The last one of a file is complete first: so they stand as they stand there, those of later pages first.
        commands.all = [command, ...commands.all];
    }

    function remove(command: QtObject) {
        commands.all = commands.all.filter(other => other !== command);
    }
}
