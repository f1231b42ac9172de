// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <optional>

namespace kinframe::media {

class SourceTexts;

/// What InvokeAI writes: since version 3 `invokeai_metadata`, `invokeai_workflow` and `invokeai_graph`, before that
/// `sd-metadata` and `Dream`. Nothing where there is none of them.
[[nodiscard]] std::optional<Generation> readInvokeAi(SourceTexts &texts);

} // namespace kinframe::media
