// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/change_list.h"

namespace kinframe::sync {
namespace {

using storage::Connection;
using storage::Statement;

std::vector<Change> listOf(Statement row, qint64 ownerId, const Cursor &after, qint64 upTo, int most)
{
    row.bindAll(ownerId, after.stamp, after.row, upTo, most);
    std::vector<Change> changes;
    while (row.step()) {
        changes.push_back({{row.int64(1), row.int64(0), after.epoch}, row.uuid(2)});
    }
    return changes;
}

} // namespace

std::vector<Change> changedAfter(Connection &db, qint64 ownerId, const Cursor &after, qint64 upTo, int most)
{
    return listOf(db.prepare("SELECT id, updated_at, uuid FROM asset WHERE owner_id = ?1 AND updated_at >= ?2 AND "
                             "(updated_at > ?2 OR id > ?3) AND updated_at <= ?4 ORDER BY updated_at, id LIMIT ?5"),
                  ownerId, after, upTo, most);
}

std::vector<Change> deletedAfter(Connection &db, qint64 ownerId, const Cursor &after, qint64 upTo, int most)
{
    return listOf(db.prepare("SELECT asset_id, deleted_at, uuid FROM tombstone WHERE owner_id = ?1 AND "
                             "deleted_at >= ?2 AND (deleted_at > ?2 OR asset_id > ?3) AND deleted_at <= ?4 "
                             "ORDER BY deleted_at, asset_id LIMIT ?5"),
                  ownerId, after, upTo, most);
}

bool mustBeginAnew(const AssetProgress &progress, const Mark &mark)
{
    const bool hasAssets = progress.changed.stamp > 0;
    return hasAssets && progress.deletionsFrom().stamp < mark.tombstonesFrom;
}

} // namespace kinframe::sync
