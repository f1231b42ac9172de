// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <optional>

namespace kinframe::media {

/// Where a text comes from: in a place of its own it is what a generator wrote, a comment may be anybody's.
enum class TextOrigin { Parameters, Comment };

/// What AUTOMATIC1111's WebUI and its kin (Forge, SD.Next, Civitai, Fooocus' scheme `a1111`, nodes of ComfyUI) write as
/// `parameters` or as Exif's comment. Nothing where a comment has no settings.
[[nodiscard]] std::optional<Generation> readA1111(const QString &text, TextOrigin origin);

} // namespace kinframe::media
