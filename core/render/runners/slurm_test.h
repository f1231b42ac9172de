// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/runners/capacity.h"
#include "render/runners/slurm_settings.h"

namespace kinframe::render {

/// What a cluster says of itself.
struct SlurmFound
{
    QString version; ///< of the commands here
    QString partition;
    int nodes = 0;
    int usableNodes = 0; ///< that are up and take jobs
    Capacity capacity;
};

/// Asks the cluster, as the runner does; takes as long as its commands do, each up to 20 seconds. FileNotFound: a
/// command is not there; NetworkFailed: the controller does not answer, or refuses; InvalidArgument: there is no such
/// partition.
[[nodiscard]] Result<SlurmFound> testSlurm(const SlurmSettings &settings);

} // namespace kinframe::render
