// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/history.h"

#include "base/clock.h"
#include "base/ids.h"
#include "faces/act_scope.h"
#include "storage/database.h"
#include "storage/sql_text.h"

#include <QJsonDocument>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;

constexpr const char *entryColumns = "SELECT id, uuid, kind, at, facts, undone_at FROM history WHERE user_id = ?1 AND ";

HistoryEntry entryFrom(const Statement &row)
{
    return {row.int64(0),
            row.uuid(1),
            row.text(2),
            row.int64(3),
            QJsonDocument::fromJson(row.text(4).toUtf8()).object(),
            row.optionalInt64(5)};
}

std::optional<HistoryEntry> findEntry(storage::Connection &db, qint64 userId, const QUuid &uuid)
{
    static const std::string sql = storage::joined({entryColumns, "uuid = ?2"});
    Statement statement = db.prepare(sql);
    statement.bindAll(userId, uuid);
    return statement.step() ? std::optional(entryFrom(statement)) : std::nullopt;
}

RowStates statesOf(storage::Connection &db, qint64 entryId, const char *sql)
{
    Statement statement = db.prepare(sql);
    statement.bindAll(entryId);
    return statement.step() ? RowStates::fromJson(statement.text(0)) : RowStates();
}

void touchAll(ActScope &scope, const RowStates &states)
{
    for (const qint64 person : states.people()) {
        scope.touchPerson(person);
    }
    for (const qint64 face : states.faces()) {
        Statement statement = scope.transaction().prepare("SELECT asset_id FROM face WHERE id = ?1");
        statement.bindAll(face);
        if (statement.step()) {
            scope.touchAsset(statement.int64(0));
        }
    }
}

} // namespace

History::History(const library::Services &services, PeopleIndexes &indexes, EventBus &events)
    : m_services(services)
    , m_indexes(indexes)
    , m_events(events)
{
}

Result<std::vector<HistoryEntry>> History::list(qint64 userId, qint64 before, int limit)
{
    return m_services.database.read([&](storage::Connection &db) -> Result<std::vector<HistoryEntry>> {
        static const std::string sql = storage::joined({entryColumns, "(?2 = 0 OR id < ?2) ORDER BY id DESC LIMIT ?3"});
        Statement statement = db.prepare(sql);
        statement.bindAll(userId, before, limit);
        std::vector<HistoryEntry> entries;
        while (statement.step()) {
            entries.push_back(entryFrom(statement));
        }
        return entries;
    });
}

Result<HistoryEntry> History::undo(qint64 userId, const QUuid &entry)
{
    return apply(userId, entry, Direction::Undo);
}

Result<HistoryEntry> History::redo(qint64 userId, const QUuid &entry)
{
    return apply(userId, entry, Direction::Redo);
}

Result<HistoryEntry> History::apply(qint64 userId, const QUuid &uuid, Direction direction)
{
    return m_services.database.write([&](storage::Transaction &transaction) -> Result<HistoryEntry> {
        const auto entry = findEntry(transaction.db(), userId, uuid);
        if (!entry) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"history entry"_s}, {u"id"_s, toText(uuid)}});
        }
        const bool undoes = direction == Direction::Undo;
        if (entry->undoneAt.has_value() == undoes) {
            return fail(ErrorCode::Conflict,
                        {{u"reason"_s, undoes ? u"it is undone already"_s : u"it is not undone"_s}});
        }
        const auto before = statesOf(transaction.db(), entry->id, "SELECT undo FROM history WHERE id = ?1");
        const auto after = statesOf(transaction.db(), entry->id, "SELECT redo FROM history WHERE id = ?1");
        const RowStates &target = undoes ? before : after;
        ActScope scope(transaction, {m_services, m_indexes, m_events}, userId);
        // The assets of before and of after have both changed.
        touchAll(scope, target);
        transaction.run("UPDATE history SET undone_at = ?2 WHERE id = ?1", entry->id,
                        undoes ? std::optional(wallMs()) : std::nullopt);
        scope.before() = target;
        target.restore(transaction, undoes ? after : before);
        touchAll(scope, target);
        scope.finishSilently();
        return *findEntry(transaction.db(), userId, uuid);
    });
}

} // namespace kinframe::faces
