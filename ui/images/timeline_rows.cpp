// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/timeline_rows.h"

#include "storage/sql_text.h"
#include "ui/images/local_days.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace kinframe::ui {
namespace {

using storage::Statement;

constexpr const char *columns = "a.id, a.created_at, a.created_offset, a.width, a.height ";
// A panorama may be long; the list does not care beyond this.
constexpr float flattest = 4;

const char *condition(TimelineFilter filter)
{
    switch (filter) {
    case TimelineFilter::Favourites:
        return "a.trashed_at IS NULL AND a.is_hidden = 0 AND a.is_archived = 0 AND a.is_favorite = 1";
    case TimelineFilter::Videos:
        return "a.trashed_at IS NULL AND a.is_hidden = 0 AND a.is_archived = 0 AND a.is_video = 1";
    case TimelineFilter::Trash:
        return "a.trashed_at IS NOT NULL AND a.is_hidden = 0";
    case TimelineFilter::All:
        break;
    }
    return "a.trashed_at IS NULL AND a.is_hidden = 0 AND a.is_archived = 0";
}

TimelineRow rowFrom(const Statement &statement, LocalDays &days, int first = 0)
{
    TimelineRow row;
    row.id = statement.int64(first);
    row.createdAt = statement.int64(first + 1);
    row.day = days.dayOf(row.createdAt, statement.optionalInt64(first + 2));
    const double width = statement.real(first + 3);
    const double height = statement.real(first + 4);
    row.aspect = width > 0 && height > 0 ? std::clamp(float(width / height), 1 / flattest, flattest) : 1;
    return row;
}

} // namespace

TimelineChunk readRows(storage::Connection &db, qint64 userId, TimelineFilter filter,
                       const std::optional<TimelineRow> &after, int limit)
{
    const std::string sql = storage::joined(
        {"SELECT ", columns, "FROM asset a INDEXED BY asset_timeline WHERE a.owner_id = ?1 AND (", condition(filter),
         ") AND (a.created_at, a.id) < (?2, ?3) ORDER BY a.created_at DESC, a.id DESC LIMIT ?4"});
    Statement statement = db.prepare(sql);
    constexpr qint64 top = std::numeric_limits<qint64>::max();
    statement.bindAll(userId, after ? after->createdAt : top, after ? after->id : top, limit);
    TimelineChunk chunk;
    LocalDays days;
    while (statement.step()) {
        chunk.rows.push_back(rowFrom(statement, days));
        const qint32 day = chunk.rows.back().day;
        const bool isNewDay = chunk.rows.size() == 1 || chunk.rows[chunk.rows.size() - 2].day != day;
        if (isNewDay && !chunk.titles.contains(day)) {
            chunk.titles.insert(day, titleOfDay(day));
        }
    }
    return chunk;
}

std::vector<TimelineChange> readChanges(storage::Connection &db, qint64 userId, TimelineFilter filter,
                                        std::span<const QUuid> assets)
{
    // The place of an asset that was deleted for good still says which row it had.
    constexpr auto rows = "FROM asset_place p LEFT JOIN asset a ON a.id = p.id AND a.owner_id = ?2 AND (";
    const std::string sql = storage::joined({"SELECT p.id, ", columns, rows, condition(filter), ") WHERE p.uuid = ?1"});
    std::vector<TimelineChange> changes;
    LocalDays days;
    Statement statement = db.prepare(sql);
    for (const QUuid &asset : assets) {
        statement.reset();
        statement.bindAll(asset, userId);
        if (statement.step()) {
            changes.push_back({statement.int64(0), {}});
            if (!statement.isNull(1)) {
                changes.back().row = rowFrom(statement, days, 1);
            }
        }
    }
    return changes;
}

QString titleOfDay(qint32 day)
{
    return QLocale().toString(QDate::fromJulianDay(day), QLocale::LongFormat);
}

} // namespace kinframe::ui
