// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/tree_builder.h"

namespace kinframe::query {

/// `$search`: words and "phrases", joined by AND (or nothing), OR and NOT in capitals, with brackets. An operator
/// that stands where none can is a word. nullptr after a failure, which the builder has.
[[nodiscard]] NodePtr parseSearch(QStringView text, TreeBuilder &builder);

} // namespace kinframe::query
