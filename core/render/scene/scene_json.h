// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/scene_facts.h"

#include <QJsonObject>

namespace kinframe::render {

/// Raised whenever the same file would give other facts than before: what older versions have kept is read anew.
constexpr int sceneAnalyserVersion = 1;

/// As the cache keeps them.
[[nodiscard]] QJsonObject toJson(const SceneFacts &facts);
/// None where it is not what toJson() makes.
[[nodiscard]] std::optional<SceneFacts> sceneFactsFrom(const QJsonObject &json);

} // namespace kinframe::render
