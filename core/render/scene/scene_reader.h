// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/scene/scene_bytes.h"
#include "render/scene/scene_facts.h"

#include <stop_token>

namespace kinframe::render {

/// What one pass over a scene's file gives.
struct ReadScene
{
    SceneFacts facts;
    FileMark mark;
};

/// Reads the scene, whose format its bytes tell and not its name; `name` is what errors call it. Of a Blender scene
/// only what stands at its beginning, with isWhole false. SceneMissing, SceneUnreadable with the reason, Canceled.
[[nodiscard]] Result<ReadScene> readScene(const QString &path, const QString &name, const std::stop_token &stop);

} // namespace kinframe::render
