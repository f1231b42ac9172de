// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace kinframe {

/// What the fact `what` of an error may be, in English; each has its translations (context "Fact").
[[nodiscard]] std::span<const char *const> factWords();

} // namespace kinframe
