// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/memory.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/asset.h"

#include <QDateTime>

namespace kinframe::albums {
namespace {

using namespace Qt::StringLiterals;
using library::Owner;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

// A day has as many to look at as somebody looks at.
constexpr int mostPerDay = 20;
// What was taken before there was photography has a wrong clock.
constexpr int firstYear = 1826;
constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
// How far a wall clock may be from UTC.
constexpr qint64 zoneMs = 15 * 60 * 60 * 1000;

constexpr std::string_view memorySql =
    "SELECT id, uuid, year, memory_at, show_at, hide_at, seen_at, is_saved, created_at, updated_at, deleted_at FROM "
    "memory WHERE owner_id = ?1 AND (?2 IS NULL OR uuid = ?2) AND (?3 IS NULL OR ((show_at IS NULL OR show_at <= ?3) "
    "AND (hide_at IS NULL OR hide_at >= ?3))) AND (?4 IS NULL OR is_saved = ?4) AND (deleted_at IS NOT NULL) = ?5 "
    "ORDER BY memory_at DESC, id DESC";

qint64 startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

/// Of a memory that a day brings by itself, so that it brings it once.
QUuid memoryId(const Owner &owner, const QDate &day, int year)
{
    return QUuid::createUuidV5(owner.uuid, u"%1 %2"_s.arg(day.toString(Qt::ISODate)).arg(year));
}

std::vector<qint64> assetsOf(Connection &db, qint64 memoryId)
{
    Statement row = db.prepare("SELECT a.id FROM memory_asset m JOIN asset a ON a.id = m.asset_id WHERE m.memory_id = "
                               "?1 AND a.trashed_at IS NULL AND a.is_hidden = 0 AND a.is_archived = 0 ORDER BY "
                               "a.created_at, a.id");
    row.bindAll(memoryId);
    std::vector<qint64> assets;
    while (row.step()) {
        assets.push_back(row.int64(0));
    }
    return assets;
}

Memory memoryFrom(Connection &db, const Statement &row)
{
    Memory memory;
    memory.id = row.int64(0);
    memory.uuid = row.uuid(1);
    memory.year = row.integer(2);
    memory.memoryAt = row.int64(3);
    memory.showAt = row.optionalInt64(4);
    memory.hideAt = row.optionalInt64(5);
    memory.seenAt = row.optionalInt64(6);
    memory.isSaved = row.boolean(7);
    memory.createdAt = row.int64(8);
    memory.updatedAt = row.int64(9);
    memory.deletedAt = row.optionalInt64(10);
    memory.assets = assetsOf(db, memory.id);
    return memory;
}

/// Photos of the timeline that were taken on that day, on the clock where they were taken.
std::vector<qint64> takenOn(Connection &db, qint64 ownerId, const QDate &day)
{
    Statement row = db.prepare(
        "SELECT id FROM asset WHERE owner_id = ?1 AND created_at >= ?2 - ?4 AND created_at < ?3 + ?4 AND created_at + "
        "ifnull(created_offset, 0) * 60000 >= ?2 AND created_at + ifnull(created_offset, 0) * 60000 < ?3 AND "
        "trashed_at IS NULL AND is_hidden = 0 AND is_archived = 0 ORDER BY created_at, id LIMIT ?5");
    row.bindAll(ownerId, startOf(day), startOf(day) + dayMs, zoneMs, mostPerDay);
    std::vector<qint64> assets;
    while (row.step()) {
        assets.push_back(row.int64(0));
    }
    return assets;
}

int earliestYear(Connection &db, qint64 ownerId)
{
    Statement row = db.prepare("SELECT min(created_at) FROM asset WHERE owner_id = ?1");
    row.bindAll(ownerId);
    if (!row.step() || row.isNull(0)) {
        return std::numeric_limits<int>::max();
    }
    const QDate first = QDateTime::fromMSecsSinceEpoch(row.int64(0) - zoneMs, Qt::UTC).date();
    return std::max(first.year(), firstYear);
}

bool isThere(Connection &db, const QUuid &uuid)
{
    Statement row = db.prepare("SELECT 1 FROM memory WHERE uuid = ?1");
    row.bindAll(uuid);
    return row.step();
}

} // namespace

std::vector<Memory> memoriesOf(Connection &db, qint64 ownerId, const MemoryFilter &filter)
{
    Statement row = db.prepare(memorySql);
    row.bindAll(ownerId, filter.uuid, filter.shownAt, filter.isSaved, filter.isDeleted);
    std::vector<Memory> all;
    while (row.step()) {
        all.push_back(memoryFrom(db, row));
    }
    return all;
}

Result<Memory> findMemory(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    MemoryFilter filter;
    filter.uuid = uuid;
    std::vector<Memory> found = memoriesOf(db, ownerId, filter);
    if (found.empty()) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"memory"_s}, {u"id"_s, toText(uuid)}});
    }
    return std::move(found.front());
}

std::vector<FormerDay> unremembered(Connection &db, const Owner &owner, const QDate &day)
{
    std::vector<FormerDay> former;
    for (int year = day.year() - 1, first = earliestYear(db, owner.userId); year >= first; --year) {
        const QDate that(year, day.month(), day.day());
        if (!that.isValid() || isThere(db, memoryId(owner, day, year))) {
            continue; // The 29th of February is not in every year.
        }
        if (std::vector<qint64> assets = takenOn(db, owner.userId, that); !assets.empty()) {
            former.push_back({year, std::move(assets)});
        }
    }
    return former;
}

void remember(Transaction &transaction, const Owner &owner, const QDate &day, const std::vector<FormerDay> &former)
{
    const qint64 now = wallMs();
    for (const FormerDay &one : former) {
        const qint64 added = transaction.run(
            "INSERT INTO memory(uuid, owner_id, year, memory_at, show_at, hide_at, created_at, updated_at) VALUES (?1, "
            "?2, ?3, ?4, ?5, ?6, ?7, ?7) ON CONFLICT DO NOTHING",
            memoryId(owner, day, one.year), owner.userId, one.year, startOf(QDate(one.year, day.month(), day.day())),
            startOf(day), startOf(day) + dayMs - 1, now);
        if (added == 0) {
            continue; // Somebody was faster.
        }
        const qint64 id = transaction.db().lastInsertId();
        for (const qint64 asset : one.assets) {
            transaction.run("INSERT INTO memory_asset(memory_id, asset_id) SELECT ?1, id FROM asset WHERE id = ?2", id,
                            asset);
        }
    }
}

Result<Memory> createMemory(Transaction &transaction, qint64 ownerId, const MemoryEdit &edit,
                            std::span<const QUuid> assets)
{
    for (const QUuid &asset : assets) {
        if (!library::findAsset(transaction.db(), ownerId, asset)) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(asset)}});
        }
    }
    Memory memory;
    memory.uuid = newUuid();
    transaction.run("INSERT INTO memory(uuid, owner_id, year, memory_at, show_at, hide_at, seen_at, is_saved, "
                    "created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)",
                    memory.uuid, ownerId, edit.year.value_or(0), edit.memoryAt.value_or(0), edit.showAt, edit.hideAt,
                    edit.seenAt, edit.isSaved.value_or(false), wallMs());
    memory.id = transaction.db().lastInsertId();
    static_cast<void>(addToMemory(transaction, ownerId, memory, assets)); // One that is named twice is in it once.
    return findMemory(transaction.db(), ownerId, memory.uuid);
}

Result<Memory> editMemory(Transaction &transaction, qint64 ownerId, const QUuid &uuid, const MemoryEdit &edit)
{
    const auto memory = findMemory(transaction.db(), ownerId, uuid);
    if (!memory) {
        return failed(memory);
    }
    transaction.run("UPDATE memory SET memory_at = ifnull(?2, memory_at), seen_at = ifnull(?3, seen_at), is_saved = "
                    "ifnull(?4, is_saved), updated_at = ?5 WHERE id = ?1",
                    memory->id, edit.memoryAt, edit.seenAt, edit.isSaved, wallMs());
    return findMemory(transaction.db(), ownerId, uuid);
}

Result<void> deleteMemory(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    const auto memory = findMemory(transaction.db(), ownerId, uuid);
    if (!memory) {
        return failed(memory);
    }
    transaction.run("UPDATE memory SET deleted_at = ?2, updated_at = ?2 WHERE id = ?1", memory->id, wallMs());
    return {};
}

std::vector<ItemOutcome> addToMemory(Transaction &transaction, qint64 ownerId, const Memory &memory,
                                     std::span<const QUuid> assets)
{
    std::vector<ItemOutcome> outcomes;
    for (const QUuid &uuid : assets) {
        const auto asset = library::findAsset(transaction.db(), ownerId, uuid);
        if (!asset) {
            outcomes.emplace_back(Error{ErrorCode::Forbidden, {{u"what"_s, u"use that photo"_s}}, {}});
        } else if (transaction.run("INSERT INTO memory_asset(memory_id, asset_id) VALUES (?1, ?2) ON CONFLICT DO "
                                   "NOTHING",
                                   memory.id, asset->id) == 0) {
            outcomes.emplace_back(Error{ErrorCode::Conflict, {{u"reason"_s, u"the photo is there already"_s}}, {}});
        } else {
            outcomes.emplace_back(std::nullopt);
        }
    }
    transaction.run("UPDATE memory SET updated_at = ?2 WHERE id = ?1", memory.id, wallMs());
    return outcomes;
}

std::vector<ItemOutcome> removeFromMemory(Transaction &transaction, qint64 ownerId, const Memory &memory,
                                          std::span<const QUuid> assets)
{
    std::vector<ItemOutcome> outcomes;
    for (const QUuid &uuid : assets) {
        const auto asset = library::findAsset(transaction.db(), ownerId, uuid);
        if (asset && transaction.run("DELETE FROM memory_asset WHERE memory_id = ?1 AND asset_id = ?2", memory.id,
                                     asset->id) > 0) {
            outcomes.emplace_back(std::nullopt);
        } else {
            outcomes.emplace_back(Error{ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(uuid)}}, {}});
        }
    }
    transaction.run("UPDATE memory SET updated_at = ?2 WHERE id = ?1", memory.id, wallMs());
    return outcomes;
}

} // namespace kinframe::albums
