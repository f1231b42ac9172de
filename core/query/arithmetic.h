// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/node.h"

namespace kinframe::query {

/// `left op right`; null where one of them is null, where they cannot be calculated with each other, and where an
/// integer is divided by 0. What leaves the 64 bits of an integer goes on as a double.
[[nodiscard]] Value calculated(Operator op, const Value &left, const Value &right);
[[nodiscard]] Value negative(const Value &value);

} // namespace kinframe::query
