// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/comfy_graph.h"
#include "media/generation/generation.h"

#include <vector>

namespace kinframe::media {

/// What a sampler of ComfyUI paints with.
struct ComfyModel
{
    QString name;
    std::vector<GenerationLora> loras;
};

/// Follows the model that the node puts out back to the file it was loaded from.
[[nodiscard]] ComfyModel comfyModel(const ComfyGraph &graph, const QString &nodeId);

} // namespace kinframe::media
