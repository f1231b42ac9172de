// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "render/scene/scene_analysis.h"

#include <QJsonObject>

namespace kinframe::server {

/// The `data` of the calls over scenes.
[[nodiscard]] QJsonObject sceneAnswer(const render::AnalysedScene &scene, Language language);

} // namespace kinframe::server
