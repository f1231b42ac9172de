// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/log_event.h"

#include <optional>
#include <vector>

namespace kinframe::render {

/// Of all that a log complains of, what best explains to a person that it failed: what stops a renderer goes before
/// what it could do without, what we know by name before what we do not, the earlier before the later. Nothing where
/// there is no problem.
[[nodiscard]] std::optional<Problem> causeOf(const std::vector<Problem> &problems);

} // namespace kinframe::render
