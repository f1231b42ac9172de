// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/comfy_values.h"

#include <optional>

namespace kinframe::media {

/// What a sampler of ComfyUI is told to paint, or not to.
struct ComfyPrompt
{
    QString text;
    std::optional<double> guidance; ///< of Flux
    std::optional<int> clipSkip;    ///< 1: nothing skipped
};

/// Follows the conditioning that the node puts out back to the texts it is made of; several are lines.
[[nodiscard]] ComfyPrompt comfyPrompt(const ComfyGraph &graph, const QString &nodeId, PromptSide side);

} // namespace kinframe::media
