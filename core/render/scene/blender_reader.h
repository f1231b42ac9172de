// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/scene/scene_facts.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <stop_token>

namespace kinframe::render {

/// What Blender itself says of a scene: run in the background, without the scene's own scripts and the user's add-ons.
/// Takes about a second and as much memory as the scene. EngineFailed with the reason, Canceled. Ends Blender after the
/// time limit, or as soon as the token asks to stop.
[[nodiscard]] Result<SceneFacts> readWithBlender(const QString &blender, const QString &scene,
                                                 std::chrono::milliseconds limit, const std::stop_token &stop);

/// The facts in what the script printed; none where they are not there.
[[nodiscard]] std::optional<SceneFacts> blenderFactsFrom(const QByteArray &output, const QByteArray &mark);

} // namespace kinframe::render
