// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// Where the window is, and how pages lead to each other without knowing each other.
QtObject {
    id: navigator

    /// The name of the place that is shown.
    property string place: ""
    /// Whether a photo fills the window: the pages leave the keys to it then.
    property bool isViewing: false

    /// Shows a place; `target` is for its page: {"person": id}, say.
    signal requested(string place, var target)
    /// Shows photos one at a time over everything else: `model` is a SectionedModel of photos with the role `assetId`.
    signal viewerRequested(QtObject model, int row)
    /// Shows two photos of a list side by side; it goes as the viewer does.
    signal comparisonRequested(QtObject model, int left, int right)
    /// The viewer has gone; the page may bring that row into view.
    signal viewerClosed(QtObject model, int row)
    /// Lets the person choose photos and folders to add.
    signal addRequested
    /// Shows what is running.
    signal progressRequested

    function go(place: string) {
        navigator.requested(place, {});
    }

    function open(place: string, target: var) {
        navigator.requested(place, target);
    }

    /// `rows` of two photos.
    function compare(model: QtObject, rows: var) {
        navigator.comparisonRequested(model, rows[0], rows[1]);
    }

    function addPhotos() {
        navigator.addRequested();
    }
}
