// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQml

/// Whether a photo fills the window: pages below leave the keys to it then.
QtObject {
    property bool isOn: false
}
