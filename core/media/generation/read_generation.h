// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <optional>

namespace kinframe::media {

class SourceTexts;

/// How the picture was made, out of all that its file says; nothing where that is nothing. What looks as if it should
/// say so, and cannot be read, is noted in `texts`. Safe with any texts, from any thread.
[[nodiscard]] std::optional<Generation> readGeneration(SourceTexts &texts);

} // namespace kinframe::media
