// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A place of the window, as the rail shows it. A module that brings a page has one of these in a file of its own, and
/// the program lists that file.
QtObject {
    /// For links and for what is remembered.
    required property string name
    required property string title
    /// Of the icon set.
    required property string icon
    /// The file of the page: an Item that fills its place.
    required property url page
    /// At the foot of the rail, apart from the others.
    property bool isFooter: false
    /// A number beside the title, 0: none.
    property int badge: 0
}
