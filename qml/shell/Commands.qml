// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// All commands there are at the moment.
QtObject {
    id: commands

    property list<QtObject> all

    function add(command: QtObject) {
        commands.all.push(command);
    }

    function remove(command: QtObject) {
        const others = [];
        for (let i = 0; i < commands.all.length; ++i) {
            if (commands.all[i] !== command)
                others.push(commands.all[i]);
        }
        commands.all = others;
    }
}
