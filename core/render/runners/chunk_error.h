// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/failure_cause.h"
#include "render/runners/runner.h"

#include <optional>
#include <vector>

namespace kinframe::render {

/// Why a chunk did not end well, as an error with a sentence for people; nothing where it did. `last` is its last
/// report, `problems` what its log complained of.
[[nodiscard]] std::optional<Error> errorOf(const ChunkReport &last, Engine engine, const Needs &needs,
                                           qint64 totalSeconds, const std::vector<Problem> &problems);

} // namespace kinframe::render
