// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sql_functions.h"

#include "query/plan_memory.h"
#include "storage/sql_error.h"

#include <sqlite3.h>

#include <map>
#include <mutex>

namespace kinframe::query {
namespace {

/// The connections that have the functions, with what is remembered for each. SQLite says when one is closed.
class Ready
{
public:
    /// nullptr: it has none.
    PlanMemory *of(sqlite3 *connection)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_connections.find(connection);
        return found == m_connections.end() ? nullptr : &found->second;
    }
    void add(sqlite3 *connection)
    {
        const std::scoped_lock lock(m_mutex);
        m_connections.try_emplace(connection);
    }
    void remove(sqlite3 *connection)
    {
        const std::scoped_lock lock(m_mutex);
        m_connections.erase(connection);
    }

private:
    std::mutex m_mutex;
    std::map<sqlite3 *, PlanMemory> m_connections; // its entries stay where they are
};

Ready &ready()
{
    // Never destroyed: a connection may be closed later than everything static.
    static Ready *const connections = new Ready;
    return *connections;
}

void doNothing(sqlite3_context *context, int, sqlite3_value **)
{
    sqlite3_result_null(context);
}

void check(sqlite3 *connection, int code)
{
    if (code != SQLITE_OK) {
        throw storage::SqlError(connection, code, nullptr);
    }
}

void addAll(sqlite3 *connection, std::span<const SqlFunction> functions)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    for (const SqlFunction &function : functions) {
        check(connection, sqlite3_create_function_v2(connection, function.name, function.arguments, flags, nullptr,
                                                     function.run, nullptr, nullptr, nullptr));
    }
}

} // namespace

void addFunctions(storage::Connection &connection)
{
    sqlite3 *handle = connection.handle();
    if (ready().of(handle) != nullptr) {
        return;
    }
    addAll(handle, valueFunctions());
    addAll(handle, textFunctions());
    addAll(handle, numberFunctions());
    addAll(handle, timeFunctions());
    // Does nothing but to tell us when the connection goes.
    check(handle, sqlite3_create_function_v2(handle, "kf_ready", 0, SQLITE_UTF8, handle, doNothing, nullptr, nullptr,
                                             [](void *closed) { ready().remove(static_cast<sqlite3 *>(closed)); }));
    ready().add(handle);
}

PlanMemory &planMemory(storage::Connection &connection)
{
    PlanMemory *memory = ready().of(connection.handle());
    Q_ASSERT(memory != nullptr);
    return *memory;
}

} // namespace kinframe::query
