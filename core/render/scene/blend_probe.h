// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/scene_facts.h"

#include <optional>
#include <string_view>

namespace kinframe::render {

/// What the unpacked beginning of a .blend says: Blender's version, the frames and the scene's name. isWhole is false:
/// the rest is for Blender itself to read. None where it is no such beginning.
[[nodiscard]] std::optional<SceneFacts> blendFacts(std::string_view beginning);

} // namespace kinframe::render
