// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "render/scene/scene_facts.h"

namespace kinframe::render {

// The names that answers and the cache have for things.

[[nodiscard]] QString nameOf(SceneFileType type);
[[nodiscard]] QString nameOf(Spread spread);
[[nodiscard]] QString nameOf(SceneFormat format);
[[nodiscard]] QString nameOf(SceneNotice notice);
[[nodiscard]] std::optional<SceneFileType> fileTypeOf(const QString &name);
[[nodiscard]] std::optional<Spread> spreadOf(const QString &name);
[[nodiscard]] std::optional<SceneFormat> formatOf(const QString &name);
[[nodiscard]] std::optional<SceneNotice> noticeOf(const QString &name);

/// The note as a sentence for people.
[[nodiscard]] QString textOf(const SceneNote &note, Language language);

} // namespace kinframe::render
