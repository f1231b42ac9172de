// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace kinframe::test {

/// What a person finds in a real scene of Maya's, written down by hand from reading its file; size and MD5 by other
/// programs. One line for each kind of fact; a `*` stands behind what the file itself says, the rest is what its
/// program takes where nothing is said.
struct RealScene
{
    const char *file; ///< below the folder of real scenes
    const char *told;
};

[[nodiscard]] const QList<RealScene> &realScenes();

} // namespace kinframe::test
