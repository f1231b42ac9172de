// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/renders/scene_files.h"

#include <QVariantList>

namespace kinframe::ui {

// What is said of a scene before it is rendered, in the window's language. Any thread.

/// Of each file or set of files that is not (all) there: `path`, `reason`.
[[nodiscard]] QVariantList missingRows(const PlannedScene &scene);
/// How many files that is, as far as anybody knows.
[[nodiscard]] int missingCount(const PlannedScene &scene);
/// To choose from: `text`, `width`, `height` (pixels; 0: the scene's). The first is the scene's.
[[nodiscard]] QVariantList frameSizes(const render::SceneFacts &facts);
/// Of each kind of computer: `id`, `text`. The first is whichever fits.
[[nodiscard]] QVariantList hardwareKinds(const render::RenderSetup &setup);

} // namespace kinframe::ui
