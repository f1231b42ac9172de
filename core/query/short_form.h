// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/tree_builder.h"

namespace kinframe::query {

/// One term of the short form, decoded: `is_favorite`, `!is_nsfw`, `rating>=4.5`, `model~x`. nullptr after a failure,
/// which the builder has.
[[nodiscard]] NodePtr parseShortTerm(const QString &text, TreeBuilder &builder);

} // namespace kinframe::query
