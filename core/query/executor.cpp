// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/cursor.h"
#include "query/limits.h"
#include "query/plan_memory.h"
#include "query/query.h"
#include "query/query_error.h"
#include "query/run_statement.h"
#include "storage/sql_error.h"

#include <sqlite3.h>

#include <algorithm>

namespace kinframe::query {
namespace {

using Clock = std::chrono::steady_clock;
using storage::Connection;
using storage::SqlError;
using storage::Statement;

// So few rows are read and sorted faster than any order is walked.
constexpr qint64 fewRows = 2000;
// So many still are better sorted than looked for in a walk that has taken too long already.
constexpr qint64 someRows = 20'000;
// Which condition the fewest rows meet is mostly known when so many are counted.
constexpr qint64 firstRows = 128;
constexpr qint64 growth = 4;
// A walk that finds a page of a common condition takes some milliseconds. One that takes longer looks for what is
// rare together, and its conditions are better made into sets.
constexpr std::chrono::milliseconds longestWalk{60};

bool wasInterrupted(const SqlError &error)
{
    return (error.code() & 0xff) == SQLITE_INTERRUPT;
}

class Run
{
public:
    Run(Connection &connection, const ImageQuery &query, qint64 ownerId, Clock::time_point deadline)
        : m_connection(connection)
        , m_query(query)
        , m_ownerId(ownerId)
        , m_deadline(deadline)
        , m_plan(query.text.isEmpty() ? m_unknown : planMemory(connection).of(query.text))
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
    enum class Among { AllLeads, Sets, Indexes };
    struct Smallest
    {
        int lead = -1; ///< -1: all have more rows
        qint64 rows = 0;
    };

    [[nodiscard]] std::vector<CompiledQuery> &leads()
    {
        if (!m_leads) {
            m_leads = countLeads(m_query, m_ownerId, firstRows);
        }
        return *m_leads;
    }

    // The condition that the fewest rows meet, where they are fewer than `most`. All are counted up to a limit that
    // grows, so that a rare one is found before the common ones cost anything.
    Smallest smallestLead(qint64 most, Among among)
    {
        for (qint64 limit = std::min(firstRows, most);; limit = std::min(limit * growth, most)) {
            Smallest smallest{-1, limit};
            for (size_t index = 0; index < leads().size(); ++index) {
                CompiledQuery &lead = leads()[index];
                if (among != Among::AllLeads && lead.isSet != (among == Among::Sets)) {
                    continue;
                }
                lead.bindings.back() = smallest.rows;
                Statement statement = prepared(m_connection, lead);
                statement.step();
                if (statement.int64(0) < smallest.rows) {
                    smallest = {int(index), statement.int64(0)};
                }
            }
            if (smallest.lead >= 0 || limit >= most) {
                return smallest;
            }
        }
    }

    void planCount()
    {
        m_plan.countLead = m_plan.page ? m_plan.pageLead : smallestLead(fewRows, Among::AllLeads).lead;
        m_plan.count = Access::Lead;
        if (m_plan.countLead >= 0) {
            return;
        }
        // Reading each row of a set, one after the other as they lie in the table, is quicker than asking each asset
        // of all whether it is in there. But not where an index tells that few are to be asked.
        const qint64 all = allRows();
        if (leads().size() == 1 && leads().front().isSet) {
            m_plan.countLead = 0;
            return;
        }
        if (const Smallest set = smallestLead(all, Among::Sets); set.lead >= 0) {
            m_plan.countLead = set.lead;
            const Smallest few = readsRows(Access::Walk) ? Smallest() : smallestLead(set.rows, Among::Indexes);
            m_plan.count = few.lead >= 0 && all / 10 + few.rows < set.rows ? Access::Walk : Access::Lead;
            return;
        }
        // Rows of an index lie anywhere in the table; as many times more are read meanwhile one after the other.
        m_plan.countLead = smallestLead(all / (readsRows(Access::Sets) ? 8 : 12), Among::AllLeads).lead;
        m_plan.count = m_plan.countLead >= 0 ? Access::Lead : Access::Sets;
    }

    // About as many as the table has.
    [[nodiscard]] qint64 allRows()
    {
        Statement statement = m_connection.prepare("SELECT coalesce(max(id), 0) FROM asset");
        statement.step();
        return statement.int64(0);
    }

    [[nodiscard]] bool readsRows(Access access) const
    {
        const auto compiled = compile(m_query, m_ownerId, Mode::Count, access);
        return compiled && compiled->readsRows;
    }

    Result<QueryPage> findPage()
    {
        if (!m_plan.page) {
            m_plan.pageLead = smallestLead(fewRows, Among::AllLeads).lead;
            m_plan.page = m_plan.pageLead >= 0 ? Access::Lead : Access::Walk;
        }
        if (*m_plan.page != Access::Walk || (!m_query.filter && !m_query.search)) {
            return page(*m_plan.page);
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
        m_plan.pageLead = smallestLead(someRows, Among::AllLeads).lead;
        m_plan.page = m_plan.pageLead >= 0 ? Access::Lead : Access::Sets;
        return page(*m_plan.page);
    }

    Result<QueryPage> page(Access access)
    {
        const auto compiled = compile(m_query, m_ownerId, Mode::Page, access, m_plan.pageLead);
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
        if (!m_plan.count) {
            planCount();
        }
        const auto compiled = compile(m_query, m_ownerId, Mode::Count, *m_plan.count, m_plan.countLead);
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
    Plan m_unknown;
    Plan &m_plan;
    std::optional<std::vector<CompiledQuery>> m_leads;
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
