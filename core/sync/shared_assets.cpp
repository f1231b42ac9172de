// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/shared_assets.h"

#include "sync/entries.h"

namespace kinframe::sync {

using storage::Connection;
using storage::Statement;

std::vector<ShownAsset> shownAfter(Connection &db, qint64 userId, qint64 after, qint64 upTo, int most)
{
    Statement row =
        db.prepare("SELECT e.id, a.id FROM sync_entry e LEFT JOIN asset a ON a.uuid = e.part AND a.owner_id "
                   "<> ?1 WHERE e.user_id = ?1 AND e.kind = ?2 AND e.is_gone = 0 AND e.id > ?3 AND e.id <= "
                   "?4 ORDER BY e.id LIMIT ?5");
    row.bindAll(userId, int(EntryKind::AlbumAsset), after, upTo, most);
    std::vector<ShownAsset> shown;
    while (row.step()) {
        shown.push_back({row.int64(0), row.int64(1)});
    }
    return shown;
}

std::vector<Change> shownChangedAfter(Connection &db, qint64 userId, const Cursor &after, qint64 upTo, int most)
{
    // Owner by owner, as the index has them.
    Statement row = db.prepare(
        "SELECT a.id, a.updated_at, a.uuid FROM user u CROSS JOIN asset a ON a.owner_id = u.id WHERE u.id <> ?1 AND "
        "a.updated_at >= ?2 AND (a.updated_at > ?2 OR a.id > ?3) AND a.updated_at <= ?4 AND EXISTS (SELECT 1 FROM "
        "album_asset m JOIN album_viewer v ON v.album_id = m.album_id WHERE m.asset_id = a.id AND v.user_id = ?1) "
        "ORDER BY a.updated_at, a.id LIMIT ?5");
    row.bindAll(userId, after.stamp, after.row, upTo, most);
    std::vector<Change> changes;
    while (row.step()) {
        changes.push_back({{row.int64(1), row.int64(0), after.epoch}, row.uuid(2)});
    }
    return changes;
}

std::vector<QUuid> albumCompany(Connection &db, qint64 userId)
{
    Statement row = db.prepare("SELECT uuid FROM user WHERE deleted_at IS NULL AND (id = ?1 OR id IN (SELECT o.user_id "
                               "FROM album_viewer v JOIN album_viewer o ON o.album_id = v.album_id WHERE v.user_id = "
                               "?1)) ORDER BY id");
    row.bindAll(userId);
    std::vector<QUuid> users;
    while (row.step()) {
        users.push_back(row.uuid(0));
    }
    return users;
}

} // namespace kinframe::sync
