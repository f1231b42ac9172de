// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Kinframe.Shell as Shell

/// Something that can be done, by its keys, from the list of all commands, and named in the help to the keys.
Shortcut {
    id: command

    required property string text
    property string icon: ""
    /// The heading it stands under in the help.
    property string group: ""
    /// Not in the list of commands: only keys that mean something where the focus is.
    property bool isQuiet: false

    function run() {
        if (command.enabled)
            command.activated();
    }

    Component.onCompleted: Shell.Commands.add(command)
    Component.onDestruction: Shell.Commands.remove(command)
}
