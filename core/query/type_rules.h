// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/node.h"

#include <optional>

namespace kinframe::query {

/// Whether it can be true or false.
[[nodiscard]] bool isCondition(Type type);
/// The type of `left op right`; nothing where it is known to have no result.
[[nodiscard]] std::optional<Type> arithmeticType(Operator op, Type left, Type right);
[[nodiscard]] bool canBeNegative(Type type);

} // namespace kinframe::query
