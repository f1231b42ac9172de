// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/asset.h"

#include "storage/sql_text.h"

#include <string>

namespace kinframe::library {
namespace {

std::optional<Asset> firstOf(storage::Statement &statement)
{
    return statement.step() ? std::optional(assetFrom(statement)) : std::nullopt;
}

std::string select(const char *where)
{
    return storage::joined({"SELECT ", assetColumns(), " FROM asset a JOIN blob b ON b.id = a.blob_id WHERE ", where});
}

} // namespace

const char *assetColumns()
{
    return "a.id, a.uuid, a.owner_id, a.blob_id, b.sha256, b.sha1, a.format, a.is_video, a.mime_type, a.file_name, "
           "a.size, a.width, a.height, a.orientation, a.turn, a.duration_ms, a.created_at, a.created_offset, "
           "a.file_created_at, a.file_modified_at, a.imported_at, a.updated_at, a.state, a.is_ready, a.error, "
           "a.rating, "
           "a.is_favorite, a.is_archived, a.is_hidden, a.trashed_at, a.live_video_id, "
           "(SELECT v.uuid FROM asset v WHERE v.id = a.live_video_id), a.device_asset_id, a.device_id";
}

Asset assetFrom(const storage::Statement &row, int first)
{
    int column = first;
    Asset asset;
    asset.id = row.int64(column++);
    asset.uuid = row.uuid(column++);
    asset.ownerId = row.int64(column++);
    asset.blobId = row.int64(column++);
    asset.sha256 = row.blob(column++);
    asset.sha1 = row.blob(column++);
    asset.format = row.text(column++);
    asset.isVideo = row.boolean(column++);
    asset.mimeType = row.text(column++);
    asset.fileName = row.text(column++);
    asset.size = row.int64(column++);
    asset.width = row.optionalInt64(column++);
    asset.height = row.optionalInt64(column++);
    asset.orientation = row.integer(column++);
    asset.turn = row.integer(column++);
    asset.durationMs = row.optionalInt64(column++);
    asset.createdAt = row.int64(column++);
    asset.createdOffset = row.optionalInt64(column++);
    asset.fileCreatedAt = row.optionalInt64(column++);
    asset.fileModifiedAt = row.optionalInt64(column++);
    asset.importedAt = row.int64(column++);
    asset.updatedAt = row.int64(column++);
    asset.state = AssetState(row.integer(column++));
    asset.isReady = row.boolean(column++);
    asset.error = row.text(column++);
    asset.rating = row.optionalReal(column++);
    asset.isFavorite = row.boolean(column++);
    asset.isArchived = row.boolean(column++);
    asset.isHidden = row.boolean(column++);
    asset.trashedAt = row.optionalInt64(column++);
    asset.liveVideoId = row.optionalInt64(column++);
    if (!row.isNull(column)) {
        asset.liveVideoUuid = row.uuid(column);
    }
    ++column;
    asset.deviceAssetId = row.text(column++);
    asset.deviceId = row.text(column);
    return asset;
}

std::optional<Asset> findAsset(storage::Connection &db, qint64 ownerId, const QUuid &uuid)
{
    static const std::string sql = select("a.uuid = ?2 AND a.owner_id = ?1");
    storage::Statement statement = db.prepare(sql);
    statement.bindAll(ownerId, uuid);
    return firstOf(statement);
}

std::optional<Asset> findAssetById(storage::Connection &db, qint64 id)
{
    static const std::string sql = select("a.id = ?1");
    storage::Statement statement = db.prepare(sql);
    statement.bindAll(id);
    return firstOf(statement);
}

std::optional<Asset> findAssetWithBytes(storage::Connection &db, qint64 ownerId, const QByteArray &sha256)
{
    static const std::string sql = select("a.owner_id = ?1 AND b.sha256 = ?2");
    storage::Statement statement = db.prepare(sql);
    statement.bindAll(ownerId, sha256);
    return firstOf(statement);
}

std::optional<Asset> findAssetBySha256(storage::Connection &db, qint64 ownerId, const QByteArray &sha256)
{
    if (auto asset = findAssetWithBytes(db, ownerId, sha256)) {
        return asset;
    }
    static const std::string former =
        select("a.id = (SELECT asset_id FROM asset_former_hash WHERE owner_id = ?1 AND sha256 = ?2)");
    storage::Statement older = db.prepare(former);
    older.bindAll(ownerId, sha256);
    return firstOf(older);
}

} // namespace kinframe::library
