// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <optional>

namespace kinframe::media {

class SourceTexts;

/// What ComfyUI writes: the graph as it was executed, as `prompt`, and as its editor keeps it, as `workflow`; in WebP
/// and JPEG behind `prompt:` and `workflow:` in tags of Exif. Nothing where there is neither.
[[nodiscard]] std::optional<Generation> readComfyUi(SourceTexts &texts);

/// Whether an Exif tag is put to that use, and says nothing about a camera.
[[nodiscard]] bool isComfyUiTag(const QString &text);

} // namespace kinframe::media
