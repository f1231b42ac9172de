// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/renders/scene_files.h"

namespace kinframe::ui {

/// A path of a scene that stands for many files, not all of which are there.
struct PartialSet
{
    QString path;
    render::Spread spread = render::Spread::Sequence;
    render::MissingReason reason = render::MissingReason::NotFound; ///< where none of them is there
    int there = 0;
    int wanted = 0;  ///< of a sequence, one for each frame of the scene; 0: nobody knows
    QString missing; ///< which frames are not there, "1 to 3, 17"; empty where nobody knows, or none is there
};

/// Sets of tiles of which none is there, and sequences that lack frames of the scene. Reads nothing.
[[nodiscard]] std::vector<PartialSet> partialSets(const PlannedScene &scene);

/// Looks for what is missing by its names in the folder and below. Gives how many files and sets were found. On a
/// thread of its own. Canceled.
[[nodiscard]] Result<int> findMissing(PlannedScene &scene, const QString &folder, const std::stop_token &stop);

} // namespace kinframe::ui
