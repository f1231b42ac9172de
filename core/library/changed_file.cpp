// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/changed_file.h"

#include "base/clock.h"
#include "library/change_feed.h"
#include "library/metadata_doc.h"
#include "library/unused_blobs.h"

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

} // namespace

std::optional<Asset> assetBeforeChange(Transaction &transaction, qint64 ownerId, const QString &path,
                                       const QByteArray &sha256)
{
    Statement statement = transaction.prepare(
        "SELECT a.id FROM file_reference r JOIN asset a ON a.id = r.asset_id JOIN blob b ON b.id = a.blob_id "
        "WHERE r.path = ?2 AND a.owner_id = ?1 AND b.sha256 <> ?3 AND r.missing_since IS NULL ORDER BY r.id LIMIT 1");
    statement.bindAll(ownerId, path, sha256);
    return statement.step() ? findAssetById(transaction.db(), statement.int64(0)) : std::nullopt;
}

bool isKeptElsewhere(Transaction &transaction, const Asset &asset, const QString &path)
{
    Statement statement = transaction.prepare("SELECT 1 FROM blob WHERE id = ?1 AND stored = 1 UNION ALL "
                                              "SELECT 1 FROM file_reference WHERE asset_id = ?2 AND path <> ?3 AND "
                                              "missing_since IS NULL");
    statement.bindAll(asset.blobId, asset.id, path);
    return statement.step();
}

void leaveFile(Transaction &transaction, ChangeFeed &changes, const Asset &asset, const QString &path)
{
    if (isKeptElsewhere(transaction, asset, path)) {
        transaction.run("DELETE FROM file_reference WHERE asset_id = ?1 AND path = ?2", asset.id, path);
        return;
    }
    if (transaction.run("UPDATE file_reference SET missing_since = ?3 WHERE asset_id = ?1 AND path = ?2 AND "
                        "missing_since IS NULL",
                        asset.id, path, wallMs()) > 0) {
        changes.touch(transaction, asset.id);
    }
}

void replaceBytes(Transaction &transaction, const Services &services, const Asset &asset, qint64 blobId,
                  const NewAsset &changed)
{
    transaction.run("INSERT INTO asset_former_hash(owner_id, sha256, asset_id) VALUES (?1, ?2, ?3) "
                    "ON CONFLICT (owner_id, sha256) DO UPDATE SET asset_id = excluded.asset_id",
                    asset.ownerId, asset.sha256, asset.id);
    transaction.run("DELETE FROM asset_former_hash WHERE owner_id = ?1 AND sha256 = ?2", asset.ownerId,
                    changed.digests.sha256);
    const bool isNamed = readDoc(transaction.db(), asset.id).edited.contains(u"file_name"_s);
    transaction.run("UPDATE asset SET blob_id = ?2, format = ?3, is_video = ?4, mime_type = ?5, file_name = ?6, "
                    "size = ?7, file_modified_at = ?8, state = 0, is_ready = 0, error = NULL, trashed_at = NULL "
                    "WHERE id = ?1",
                    asset.id, blobId, changed.format, changed.isVideo, changed.mimeType,
                    isNamed ? asset.fileName : changed.fileName, changed.digests.size, changed.fileModifiedAt);
    services.changes.touch(transaction, asset.id);
    dropUnusedBlob(transaction, services, asset.blobId);
}

} // namespace kinframe::library
