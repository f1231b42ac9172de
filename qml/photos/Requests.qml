// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// What menus, bars and keys ask of the dialogs of the page they are on. `what` is a Selection, or the id of one photo.
QtObject {
    signal tagsWanted(var what)
    signal propertiesWanted(var what)
    signal exportWanted(var what)
}
