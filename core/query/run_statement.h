// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

namespace kinframe::query {

/// The statement with its values; throws SqlError.
[[nodiscard]] storage::Statement prepared(storage::Connection &connection, const CompiledQuery &compiled);
/// The value of a column of the row that the statement stands at.
[[nodiscard]] Binding valueAt(const storage::Statement &statement, int column);

} // namespace kinframe::query
