// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run_statement.h"

#include <sqlite3.h>

namespace kinframe::query {

using storage::Statement;

Statement prepared(storage::Connection &connection, const CompiledQuery &compiled)
{
    Statement statement = connection.prepare(compiled.sql);
    for (size_t index = 0; index < compiled.bindings.size(); ++index) {
        std::visit(
            [&statement, index](const auto &value) {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
                    statement.bind(int(index) + 1, nullptr);
                } else {
                    statement.bind(int(index) + 1, value);
                }
            },
            compiled.bindings[index]);
    }
    return statement;
}

Binding valueAt(const Statement &statement, int column)
{
    switch (statement.type(column)) {
    case SQLITE_INTEGER:
        return statement.int64(column);
    case SQLITE_FLOAT:
        return statement.real(column);
    case SQLITE_TEXT:
        return statement.text(column);
    case SQLITE_BLOB:
        return statement.blob(column);
    default:
        return {};
    }
}

} // namespace kinframe::query
