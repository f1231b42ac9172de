// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/node.h"

namespace kinframe::query {

/// The condition as text of `$filter`, which means the same when it is read again.
[[nodiscard]] QString textOf(const Node &node);
[[nodiscard]] QString textOf(const Value &value);

} // namespace kinframe::query
