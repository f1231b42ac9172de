// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

struct sqlite3_context;
struct sqlite3_value;

namespace kinframe::query {

/// One function that we give to SQLite; its arguments are values as sql_value.h has them. Each gives null for null, and
/// for values of a type that it does not know, unless it says otherwise.
struct SqlFunction
{
    const char *name;
    int arguments;
    void (*run)(sqlite3_context *, int, sqlite3_value **);
};

/// Comparisons, and what turns values into others: kf_eq, kf_lt, kf_le and kf_in give 1 or 0, never null.
[[nodiscard]] std::span<const SqlFunction> valueFunctions();
[[nodiscard]] std::span<const SqlFunction> textFunctions();
[[nodiscard]] std::span<const SqlFunction> numberFunctions();
[[nodiscard]] std::span<const SqlFunction> timeFunctions();

} // namespace kinframe::query
