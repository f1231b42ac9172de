// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/delta_sync.h"

#include <algorithm>
#include <optional>

namespace kinframe::sync {
namespace {

using storage::Connection;
using storage::Statement;

bool looksLikeEpoch(const QString &text)
{
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

/// Whether what is known here is not all that the client would have to be told.
bool isTooFarAway(const DeltaSync &asked, const Mark &mark, qint64 now)
{
    const bool knowsAnotherEpoch = looksLikeEpoch(asked.epoch) && asked.epoch != mark.epoch;
    const qint64 remembered = std::max(now - tombstoneAgeMs, mark.tombstonesFrom);
    // After the newest change nothing was deleted, however long ago that was.
    const bool isForgotten = asked.updatedAfter < remembered && asked.updatedAfter < mark.stamp;
    return knowsAnotherEpoch || isForgotten || asked.updatedAfter < mark.restoredAt ||
           asked.updatedAfter > now + overlapMs;
}

/// The stamp of the change that is one too many, counted from the newest back to `after`.
std::optional<qint64> stampBeyond(Connection &db, qint64 ownerId, qint64 after)
{
    Statement statement =
        db.prepare("SELECT updated_at FROM asset WHERE owner_id = ?1 AND updated_at > ?2 "
                   "UNION ALL SELECT deleted_at FROM tombstone WHERE owner_id = ?1 AND deleted_at > ?2 "
                   "ORDER BY 1 DESC LIMIT 1 OFFSET ?3");
    statement.bindAll(ownerId, after, tooManyChanges - 1);
    return statement.step() ? std::optional(statement.int64(0)) : std::nullopt;
}

std::vector<QUuid> deletedAfter(Connection &db, qint64 ownerId, qint64 after)
{
    Statement statement =
        db.prepare("SELECT uuid FROM tombstone WHERE owner_id = ?1 AND deleted_at > ?2 "
                   "UNION ALL SELECT uuid FROM asset WHERE owner_id = ?1 AND updated_at > ?2 AND is_hidden = 1");
    statement.bindAll(ownerId, after);
    std::vector<QUuid> deleted;
    while (statement.step()) {
        deleted.push_back(statement.uuid(0));
    }
    return deleted;
}

std::vector<qint64> changedAfter(Connection &db, qint64 ownerId, qint64 after)
{
    Statement statement = db.prepare("SELECT id FROM asset WHERE owner_id = ?1 AND updated_at > ?2 AND is_hidden = 0 "
                                     "ORDER BY updated_at, id");
    statement.bindAll(ownerId, after);
    std::vector<qint64> changed;
    while (statement.step()) {
        changed.push_back(statement.int64(0));
    }
    return changed;
}

} // namespace

Delta deltaSync(Connection &db, const DeltaSync &asked, qint64 now)
{
    Delta delta;
    delta.mark = readMark(db);
    if (isTooFarAway(asked, delta.mark, now) || stampBeyond(db, asked.ownerId, asked.updatedAfter)) {
        delta.needsFullSync = true;
        return delta;
    }
    qint64 after = asked.updatedAfter;
    if (asked.epoch != delta.mark.epoch) {
        const qint64 earlier = after - overlapMs;
        // As much of the overlap as fits.
        after = stampBeyond(db, asked.ownerId, earlier).value_or(earlier);
    }
    delta.deleted = deletedAfter(db, asked.ownerId, after);
    delta.upserted = changedAfter(db, asked.ownerId, after);
    return delta;
}

} // namespace kinframe::sync
