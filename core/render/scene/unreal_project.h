// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/scene_facts.h"

#include <optional>
#include <string_view>

namespace kinframe::render {

/// What the JSON of a .uproject says: the engine and the plugins. None where it is no such file.
[[nodiscard]] std::optional<SceneFacts> unrealProjectFacts(std::string_view json);

} // namespace kinframe::render
