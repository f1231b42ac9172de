// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/device_assets.h"

namespace kinframe::sync {

using storage::Connection;
using storage::Statement;

std::vector<std::optional<StoredAsset>> storedAssets(Connection &db, qint64 ownerId, std::span<const QByteArray> sha1s)
{
    // From the hash to the asset: without CROSS, SQLite would go through all assets of the owner for each.
    Statement row = db.prepare("SELECT a.uuid, b.sha256, b.size FROM blob b CROSS JOIN asset a ON a.blob_id = b.id "
                               "AND a.owner_id = ?1 WHERE b.sha1 = ?2 AND b.stored = 1 AND a.trashed_at IS NULL "
                               "LIMIT 2");
    std::vector<std::optional<StoredAsset>> found;
    found.reserve(sha1s.size());
    for (const QByteArray &sha1 : sha1s) {
        row.bindAll(ownerId, sha1);
        std::optional<StoredAsset> asset;
        if (row.step()) {
            asset = StoredAsset{row.uuid(0), row.blob(1), row.int64(2)};
            // Two files can be made to have the same SHA-1: which of them is meant?
            if (row.step()) {
                asset.reset();
            }
        }
        row.reset();
        found.push_back(std::move(asset));
    }
    return found;
}

QStringList namesKnown(Connection &db, qint64 ownerId, const QString &device, const QStringList &names)
{
    Statement row = db.prepare("SELECT 1 FROM asset WHERE owner_id = ?1 AND device_id = ?2 AND device_id <> '' AND "
                               "device_asset_id = ?3 LIMIT 1");
    QStringList known;
    for (const QString &name : names) {
        row.bindAll(ownerId, device, name);
        if (row.step()) {
            known << name;
        }
        row.reset();
    }
    return known;
}

QStringList namesOf(Connection &db, qint64 ownerId, const QString &device)
{
    Statement row = db.prepare("SELECT DISTINCT device_asset_id FROM asset WHERE owner_id = ?1 AND device_id = ?2 AND "
                               "device_id <> '' AND is_hidden = 0 ORDER BY device_asset_id");
    row.bindAll(ownerId, device);
    QStringList names;
    while (row.step()) {
        names << row.text(0);
    }
    return names;
}

AssetCounts countAssets(Connection &db, qint64 ownerId, const Counted &counted)
{
    Statement row = db.prepare("SELECT count(*) - coalesce(sum(is_video), 0), coalesce(sum(is_video), 0) FROM asset "
                               "WHERE owner_id = ?1 AND (?2 IS NULL OR is_favorite = ?2) AND "
                               "(?3 IS NULL OR is_archived = ?3) AND (trashed_at IS NOT NULL) = ?4 AND is_hidden = ?5");
    row.bindAll(ownerId, counted.isFavorite, counted.isArchived, counted.isTrashed, counted.isHidden);
    row.step();
    return {row.int64(0), row.int64(1)};
}

} // namespace kinframe::sync
