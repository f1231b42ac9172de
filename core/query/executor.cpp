// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/cursor.h"
#include "query/limits.h"
#include "query/query.h"
#include "query/query_error.h"
#include "storage/sql_error.h"

#include <sqlite3.h>

namespace kinframe::query {
namespace {

using Clock = std::chrono::steady_clock;
using storage::Connection;
using storage::SqlError;
using storage::Statement;

// So few rows are read and sorted faster than any order is walked.
constexpr qint64 fewRows = 2000;
// So many still are counted one by one faster than sets are made of all conditions.
constexpr qint64 someRows = 20'000;
// So many rows are counted faster where each asset is looked at than where they are made into a set.
constexpr qint64 manyRows = 500'000;
// A walk that finds a page of a common condition takes some milliseconds. One that takes longer looks for what is
// rare together, and its conditions are better made into sets.
constexpr std::chrono::milliseconds longestWalk{60};

bool wasInterrupted(const SqlError &error)
{
    return (error.code() & 0xff) == SQLITE_INTERRUPT;
}

Statement prepared(Connection &connection, const CompiledQuery &compiled)
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

class Run
{
public:
    Run(Connection &connection, const ImageQuery &query, qint64 ownerId, Clock::time_point deadline)
        : m_connection(connection)
        , m_query(query)
        , m_ownerId(ownerId)
        , m_deadline(deadline)
    {
    }

    Result<QueryPage> all()
    {
        const Connection::Deadline limit(m_connection, m_deadline);
        QueryPage page;
        if (m_query.top > 0) {
            auto rows = findPage();
            if (!rows) {
                return rows;
            }
            page = std::move(*rows);
        } else if (auto checked = compile(m_query, m_ownerId, Mode::Page); !checked) {
            return failed(checked);
        }
        if (m_query.hasCount) {
            const auto total = count();
            if (!total) {
                return failed(total);
            }
            page.total = *total;
        }
        return page;
    }

private:
    // The condition that the fewest rows meet, where they are fewer than `limit`. Counting up to a higher one costs
    // more.
    bool chooseLead(qint64 limit)
    {
        if (m_lead >= 0) {
            return true;
        }
        int index = 0;
        for (const CompiledQuery &lead : countLeads(m_query, m_ownerId, limit)) {
            Statement statement = prepared(m_connection, lead);
            statement.step();
            if (statement.int64(0) < limit) {
                limit = statement.int64(0);
                m_lead = index;
            }
            ++index;
        }
        return m_lead >= 0;
    }

    // How the rows are counted.
    Access countAccess()
    {
        if (chooseLead(someRows)) {
            return Access::Lead;
        }
        for (const CompiledQuery &lead : countLeads(m_query, m_ownerId, manyRows)) {
            Statement statement = prepared(m_connection, lead);
            statement.step();
            if (statement.int64(0) >= manyRows && lead.isSet) {
                return Access::Walk;
            }
        }
        return Access::Sets;
    }

    Result<QueryPage> findPage()
    {
        if (chooseLead(fewRows)) {
            return page(Access::Lead);
        }
        if (!m_query.filter && !m_query.search) {
            return page(Access::Walk);
        }
        try {
            const Connection::Deadline walk(m_connection, std::min(m_deadline, Clock::now() + longestWalk));
            return page(Access::Walk);
        } catch (const SqlError &error) {
            // Also where somebody asked to stop: then the next one ends at once too.
            if (!wasInterrupted(error) || Clock::now() >= m_deadline) {
                throw;
            }
        }
        return page(chooseLead(someRows) ? Access::Lead : Access::Sets);
    }

    Result<QueryPage> page(Access access)
    {
        const auto compiled = compile(m_query, m_ownerId, Mode::Page, access, m_lead);
        if (!compiled) {
            return failed(compiled);
        }
        QueryPage page;
        Statement statement = prepared(m_connection, *compiled);
        Cursor last;
        while (statement.step()) {
            if (page.ids.size() == size_t(m_query.top)) {
                page.hasMore = true;
                page.nextToken = tokenFor(last, m_query.orderText);
                break;
            }
            page.ids.push_back(statement.int64(compiled->orderColumns - 1));
            if (page.ids.size() == size_t(m_query.top)) {
                for (int column = 0; column < compiled->orderColumns; ++column) {
                    last.values.push_back(valueAt(statement, column));
                }
            }
        }
        return page;
    }

    // Of all pages, whatever page was asked for.
    Result<qint64> count()
    {
        const Access access = countAccess(); // before the lead is read, which it chooses
        const auto compiled = compile(m_query, m_ownerId, Mode::Count, access, m_lead);
        if (!compiled) {
            return failed(compiled);
        }
        Statement statement = prepared(m_connection, *compiled);
        statement.step();
        return statement.int64(0);
    }

    Connection &m_connection;
    const ImageQuery &m_query;
    qint64 m_ownerId;
    Clock::time_point m_deadline;
    int m_lead = -1;
};

} // namespace

Result<QueryPage> runQuery(Connection &connection, const ImageQuery &query, qint64 ownerId,
                           std::chrono::milliseconds longest)
{
    addFunctions(connection);
    const Clock::time_point deadline = Clock::now() + longest;
    try {
        return Run(connection, query, ownerId, deadline).all();
    } catch (const SqlError &error) {
        if (wasInterrupted(error) && Clock::now() >= deadline) {
            return Failure(tooSlow());
        }
        throw;
    }
}

Result<QueryPage> runQuery(storage::Database &database, const ImageQuery &query, qint64 ownerId,
                           const std::stop_token &stop)
{
    return database.read([&](Connection &connection) { return runQuery(connection, query, ownerId); }, stop);
}

} // namespace kinframe::query
