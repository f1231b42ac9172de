// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

namespace kinframe::query {

/// Where a page ended: its last row's values in the order asked for, then its id. Opaque to clients: the token also
/// holds for which order it was made, and one that does not fit is refused.
struct Cursor
{
    std::vector<Binding> values;
};

[[nodiscard]] QString tokenFor(const Cursor &cursor, const QString &order);
/// QueryInvalid where it is none, or one of another order or another number of values.
[[nodiscard]] Result<Cursor> cursorFrom(const QString &token, const QString &order, size_t values);

} // namespace kinframe::query
