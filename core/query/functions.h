// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/value.h"

#include <array>

namespace kinframe::query {

/// What an argument must be, where its type is known before a row is seen.
enum class Argument { Text, Number, Day, Clock, Instant, Duration };

/// A function of the query language and the function of SQLite that does it.
struct Function
{
    const char *name; ///< in lower case
    const char *sql;  ///< see sql_functions.h; nullptr: a value that is known when the query is compiled
    Type result;
    int least;
    int most; ///< arguments
    std::array<Argument, 3> arguments;
};

/// Whatever the case of the name; nullptr where there is none.
[[nodiscard]] const Function *functionNamed(QStringView name);
/// The `~` of the short form: contains, whatever the case.
[[nodiscard]] const Function &containsAnyCase();
[[nodiscard]] bool accepts(Argument argument, Type type);
/// For people: `a text`, `a number`, …
[[nodiscard]] QString wordsFor(Argument argument);

} // namespace kinframe::query
