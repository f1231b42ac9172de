// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <optional>

namespace kinframe::media {

class SourceTexts;

/// What NovelAI writes: the prompt as `Description`, the model as `Source`, and the rest as JSON in `Comment`. Nothing
/// where the texts are not from it.
[[nodiscard]] std::optional<Generation> readNovelAi(const SourceTexts &texts);

} // namespace kinframe::media
