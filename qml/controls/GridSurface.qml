// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What the cells of a PictureGrid lie on, and what all of them must know.
Item {
    /// The keyboard is in use in the grid.
    property bool showsFocus: false
    /// Something is selected, so that every cell shows its mark.
    property bool isSelecting: false
}
