// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/listing.h"

#include "query/cursor.h"
#include "query/run_statement.h"
#include "storage/sql_error.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace kinframe::query {
namespace {

using Clock = std::chrono::steady_clock;
using storage::Connection;
using storage::SqlError;
using storage::Statement;

// So few rows that one condition leaves are read and sorted at once; also when only the first are asked for.
constexpr qint64 fewRows = 20'000;
// A walk that has not met the first rows by then looks for what is rare.
constexpr std::chrono::milliseconds longestWalk{50};
constexpr int allRows = std::numeric_limits<int>::max() - 1;

const char *conditionOf(Scope scope)
{
    switch (scope) {
    case Scope::Favourites:
        return "a.is_favorite = 1";
    case Scope::Videos:
        return "a.is_video = 1";
    case Scope::Archive:
        return "a.is_archived = 1";
    case Scope::Trash:
        return "a.trashed_at IS NOT NULL";
    case Scope::All:
        break;
    }
    return "";
}

// Of a stack the list has its cover; where that is elsewhere, in the trash say, the first of those that are here.
constexpr const char oneOfStack[] =
    "NOT EXISTS (SELECT 1 FROM stack_asset m JOIN stack_asset o ON o.stack_id = m.stack_id JOIN asset b ON b.id = "
    "o.asset_id WHERE m.asset_id = a.id AND o.asset_id <> a.id AND b.trashed_at IS NULL AND b.is_hidden = 0 AND "
    "b.is_archived = a.is_archived AND (o.is_primary > m.is_primary OR (o.is_primary = m.is_primary AND o.asset_id < "
    "m.asset_id)))";

// Whoever looks for something finds every photo that fits.
bool showsStacks(const ListQuery &query)
{
    return (query.scope == Scope::All || query.scope == Scope::Archive) && !query.query.filter && !query.query.search;
}

ListTerms termsOf(const ListQuery &query)
{
    ListTerms terms;
    terms.columns = "a.created_at, a.created_offset, a.width, a.height";
    terms.condition = conditionOf(query.scope);
    if (showsStacks(query)) {
        terms.condition += (terms.condition.empty() ? "" : " AND ") + std::string(oneOfStack);
    }
    terms.isByArrival = query.order == ListOrder::Arrival;
    terms.seesTrash = query.scope == Scope::Trash;
    terms.leavesOutArchive = query.scope != Scope::Trash && query.scope != Scope::Archive;
    return terms;
}

bool isNumeric(int type)
{
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

// Of values that are no number only whether they are the same can be told from it.
double fingerprint(const Statement &statement, int columns)
{
    size_t hash = 0;
    for (int column = 0; column < columns; ++column) {
        hash = std::visit(
            [hash](const auto &value) {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
                    return qHashMulti(hash, 0);
                } else {
                    return qHashMulti(hash, value);
                }
            },
            valueAt(statement, column));
    }
    return double(hash >> 12U);
}

ListedRow rowFrom(const Statement &statement, const ListQuery &query, int orderColumns)
{
    ListedRow row;
    row.id = statement.int64(orderColumns - 1);
    row.createdAt = statement.int64(orderColumns);
    row.offsetMinutes = statement.optionalInt64(orderColumns + 1);
    row.width = statement.real(orderColumns + 2);
    row.height = statement.real(orderColumns + 3);
    if (query.order == ListOrder::Number) {
        row.order = isNumeric(statement.type(0)) ? statement.real(0) : -std::numeric_limits<double>::infinity();
    } else if (query.order == ListOrder::Other) {
        row.order = fingerprint(statement, orderColumns - 1);
    }
    return row;
}

using TakeRow = std::function<void(const ListedRow &)>;

Result<QString> run(Connection &connection, const ListQuery &query, qint64 ownerId, int most, Access access, int lead,
                    const TakeRow &take)
{
    ImageQuery image = query.query;
    image.top = most;
    const auto compiled = compile(image, ownerId, Mode::Page, access, lead, termsOf(query));
    if (!compiled) {
        return failed(compiled);
    }
    Statement statement = prepared(connection, *compiled);
    if (most == allRows) {
        while (statement.step()) {
            take(rowFrom(statement, query, compiled->orderColumns));
        }
        return QString();
    }
    // A walk may be given up: its rows count only together.
    std::vector<ListedRow> rows;
    QString token;
    Cursor last;
    while (statement.step()) {
        if (int(rows.size()) == most) {
            token = tokenFor(last, image.orderText);
            break;
        }
        rows.push_back(rowFrom(statement, query, compiled->orderColumns));
        if (int(rows.size()) == most) {
            for (int column = 0; column < compiled->orderColumns; ++column) {
                last.values.push_back(valueAt(statement, column));
            }
        }
    }
    std::ranges::for_each(rows, take);
    return token;
}

// The condition that the fewest rows meet, where they are few; -1: none is.
int rarestLead(Connection &connection, const ListQuery &query, qint64 ownerId)
{
    int found = -1;
    int index = 0;
    qint64 limit = fewRows;
    for (const CompiledQuery &lead : countLeads(query.query, ownerId, limit)) {
        Statement statement = prepared(connection, lead);
        statement.step();
        if (statement.int64(0) < limit) {
            limit = statement.int64(0);
            found = index;
        }
        ++index;
    }
    return found;
}

} // namespace

Result<QString> listRows(Connection &connection, const ListQuery &query, qint64 ownerId, std::optional<int> atFirst,
                         const TakeRow &take)
{
    addFunctions(connection);
    const bool hasConditions = query.query.filter || query.query.search;
    if (hasConditions) {
        if (const int lead = rarestLead(connection, query, ownerId); lead >= 0) {
            return run(connection, query, ownerId, allRows, Access::Lead, lead, take);
        }
    }
    if (!atFirst || !hasConditions) {
        return run(connection, query, ownerId, atFirst.value_or(allRows), Access::Walk, 0, take);
    }
    const Clock::time_point end = Clock::now() + longestWalk;
    try {
        const Connection::Deadline walk(connection, end);
        return run(connection, query, ownerId, *atFirst, Access::Walk, 0, take);
    } catch (const SqlError &error) {
        // Also where somebody asked to stop: then the next one ends at once too.
        if ((error.code() & 0xff) != SQLITE_INTERRUPT || Clock::now() < end) {
            throw;
        }
    }
    return run(connection, query, ownerId, allRows, Access::Sets, 0, take);
}

Result<std::vector<ListedRow>> listedAmong(Connection &connection, const ListQuery &query, qint64 ownerId,
                                           std::span<const qint64> assets)
{
    if (assets.empty()) {
        return std::vector<ListedRow>();
    }
    addFunctions(connection);
    ImageQuery image = query.query;
    image.top = allRows;
    image.skipToken.clear();
    ListTerms terms = termsOf(query);
    terms.among.assign(assets.begin(), assets.end());
    const auto compiled = compile(image, ownerId, Mode::Page, Access::Walk, 0, terms);
    if (!compiled) {
        return failed(compiled);
    }
    std::vector<ListedRow> rows;
    Statement statement = prepared(connection, *compiled);
    while (statement.step()) {
        rows.push_back(rowFrom(statement, query, compiled->orderColumns));
    }
    return rows;
}

} // namespace kinframe::query
