// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/timeline_rows.h"

#include "base/heap.h"
#include "ui/images/local_days.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace kinframe::ui {
namespace {

using storage::Statement;

// A panorama may be long; the list does not care beyond this.
constexpr float flattest = 4;
// So many rows are read by way of a hundred megabytes, of which the allocator would keep the most.
constexpr size_t many = 200'000;

TimelineRow rowFrom(const query::ListedRow &listed, LocalDays &days)
{
    TimelineRow row;
    row.id = listed.id;
    row.createdAt = listed.createdAt;
    row.order = listed.order;
    row.day = days.dayOf(row.createdAt, listed.offsetMinutes);
    const bool isKnown = listed.width > 0 && listed.height > 0;
    row.aspect = isKnown ? std::clamp(float(listed.width / listed.height), 1 / flattest, flattest) : 1;
    return row;
}

/// The row ids of the assets, and of those that share a stack with one: which of a stack is shown hangs on all of them.
std::vector<qint64> concerned(storage::Connection &db, std::span<const QUuid> assets)
{
    // The place of an asset that was deleted for good still says which row it had.
    std::vector<qint64> ids;
    Statement place = db.prepare("SELECT id FROM asset_place WHERE uuid = ?1");
    for (const QUuid &asset : assets) {
        place.reset();
        place.bindAll(asset);
        if (place.step()) {
            ids.push_back(place.int64(0));
        }
    }
    std::unordered_set<qint64> known(ids.begin(), ids.end());
    Statement mate = db.prepare("SELECT o.asset_id FROM stack_asset m JOIN stack_asset o ON o.stack_id = m.stack_id "
                                "WHERE m.asset_id = ?1");
    for (size_t next = 0, named = ids.size(); next < named; ++next) {
        mate.reset();
        mate.bindAll(ids[next]);
        while (mate.step()) {
            if (known.insert(mate.int64(0)).second) {
                ids.push_back(mate.int64(0));
            }
        }
    }
    return ids;
}

} // namespace

bool RowOrder::operator()(const TimelineRow &a, const TimelineRow &b) const
{
    if (m_kind == query::ListOrder::Arrival) {
        return a.id > b.id;
    }
    const TimelineRow &first = m_isDescending ? b : a;
    const TimelineRow &second = m_isDescending ? a : b;
    if (m_kind == query::ListOrder::Number && first.order != second.order) {
        return first.order < second.order;
    }
    return first.createdAt != second.createdAt ? first.createdAt < second.createdAt : first.id < second.id;
}

Result<TimelineChunk> readRows(storage::Connection &db, qint64 userId, const query::ListQuery &query,
                               std::optional<int> atFirst)
{
    TimelineChunk chunk;
    LocalDays days;
    const bool hasDays = RowOrder(query).isByTime();
    const auto token = query::listRows(db, query, userId, atFirst, [&](const query::ListedRow &listed) {
        const TimelineRow row = rowFrom(listed, days);
        const bool isNewDay = chunk.rows.empty() || chunk.rows.back().day != row.day;
        if (hasDays && isNewDay && !chunk.titles.contains(row.day)) {
            chunk.titles.insert(row.day, titleOfDay(row.day));
        }
        chunk.rows.push_back(row);
    });
    if (!token) {
        return failed(token);
    }
    chunk.nextToken = *token;
    if (chunk.rows.size() > many) {
        giveBackFreeMemory();
    }
    return chunk;
}

Result<std::vector<TimelineChange>> readChanges(storage::Connection &db, qint64 userId, const query::ListQuery &query,
                                                std::span<const QUuid> assets)
{
    const std::vector<qint64> ids = concerned(db, assets);
    const auto listed = query::listedAmong(db, query, userId, ids);
    if (!listed) {
        return failed(listed);
    }
    std::unordered_map<qint64, TimelineRow> rows;
    LocalDays days;
    for (const query::ListedRow &row : *listed) {
        rows.emplace(row.id, rowFrom(row, days));
    }
    std::vector<TimelineChange> changes;
    for (const qint64 id : ids) {
        const auto row = rows.find(id);
        changes.push_back({id, row == rows.end() ? std::nullopt : std::optional(row->second)});
    }
    return changes;
}

QString titleOfDay(qint32 day)
{
    return QLocale().toString(QDate::fromJulianDay(day), QLocale::LongFormat);
}

} // namespace kinframe::ui
