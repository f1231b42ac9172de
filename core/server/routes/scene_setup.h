// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/scene/scene_settings.h"

#include <QJsonObject>

namespace kinframe::server {

/// `{"folders", "variables", "mappings"}`
[[nodiscard]] QJsonObject sceneSetupJson(const render::SceneSettings &settings);
/// The settings with what a body changes of them: whole fields, others stay. InvalidArgument, TooMany.
[[nodiscard]] Result<render::SceneSettings> sceneSetupFrom(const QJsonObject &body, render::SceneSettings settings);

} // namespace kinframe::server
