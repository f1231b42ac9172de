// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kinframe::test {

/// Blender's program; empty where it is not installed.
[[nodiscard]] QString blender();
/// Tachyon's program, a small renderer; empty where it is not installed.
[[nodiscard]] QString tachyon();

/// Makes scenes of 160 x 90 pixels in the folder: plain.blend (Cycles, 2 samples), half.blend (at 50 %), border.blend
/// (cut to its left half), steady.blend (a frame takes about a
/// second), slow.blend (a frame takes minutes), texture.blend (with C:/textures/wood.png, which is not there),
/// no_camera.blend, denoised.blend (by what Debian's Blender does not have). What Blender said where it could not;
/// empty: done.
[[nodiscard]] QString makeBlenderScenes(const QString &folder);

/// A scene for Tachyon.
[[nodiscard]] QString makeTachyonScene(const QString &folder);

} // namespace kinframe::test
