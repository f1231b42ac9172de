// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/comfy_graph.h"

namespace kinframe::media {

/// The id of the node that began the picture: of those that paint, the first on the way to the node that saved it,
/// since later ones enlarge or refine what it made. Empty where nothing paints.
[[nodiscard]] QString comfySampler(const ComfyGraph &graph);

} // namespace kinframe::media
