// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/register_asset.h"

#include "base/clock.h"
#include "base/ids.h"
#include "jobs/job_queue.h"
#include "library/asset.h"
#include "library/blob_row.h"
#include "library/change_feed.h"
#include "library/changed_file.h"
#include "library/process_job.h"
#include "library/quota.h"
#include "storage/blob_store.h"

#include <QJsonObject>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

/// The id's place in the import sequence: the one it had before, else the next.
qint64 ensurePlace(Transaction &transaction, const QUuid &uuid)
{
    transaction.run("INSERT INTO asset_place(uuid) VALUES (?1) ON CONFLICT (uuid) DO NOTHING", uuid);
    Statement statement = transaction.prepare("SELECT id FROM asset_place WHERE uuid = ?1");
    statement.bindAll(uuid);
    statement.step();
    return statement.int64(0);
}

void addReference(Transaction &transaction, qint64 assetId, const InPlaceFile &file)
{
    transaction.run("INSERT INTO file_reference(asset_id, folder_id, path, size, modified_ns) "
                    "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (asset_id, path) DO UPDATE SET size = excluded.size, "
                    "modified_ns = excluded.modified_ns, folder_id = excluded.folder_id, missing_since = NULL",
                    assetId, file.folderId, file.path, file.size, file.modifiedNs);
}

/// Out of the trash, with the other half of a live photo.
void restore(Transaction &transaction, ChangeFeed &changes, const Asset &known)
{
    std::vector<qint64> restored;
    Statement statement = transaction.prepare("SELECT id FROM asset WHERE trashed_at IS NOT NULL AND (id IN (?1, ?2) "
                                              "OR live_video_id = ?1)");
    statement.bindAll(known.id, known.liveVideoId);
    while (statement.step()) {
        restored.push_back(statement.int64(0));
    }
    for (const qint64 id : restored) {
        transaction.run("UPDATE asset SET trashed_at = NULL WHERE id = ?1", id);
    }
    changes.touch(transaction, restored);
}

void keepSidecar(Transaction &transaction, qint64 assetId, const QString &xmp)
{
    if (!xmp.isEmpty()) {
        transaction.run("INSERT INTO asset_sidecar(asset_id, xmp) VALUES (?1, ?2) "
                        "ON CONFLICT (asset_id) DO UPDATE SET xmp = excluded.xmp",
                        assetId, xmp);
    }
}

/// Bytes that lay only in a file of the person until now, and that the library is to keep from here on.
Result<void> countKnown(Transaction &transaction, const NewAsset &asset, qint64 id)
{
    Statement statement = transaction.prepare("SELECT counted_bytes FROM asset WHERE id = ?1");
    statement.bindAll(id);
    if (!statement.step() || statement.int64(0) > 0) {
        return {};
    }
    if (auto room = checkRoom(transaction, asset); !room) {
        return room;
    }
    transaction.run("UPDATE asset SET counted_bytes = ?2 WHERE id = ?1", id, asset.digests.size);
    return {};
}

Result<Registered> registerAgain(Transaction &transaction, const Services &services, const NewAsset &asset,
                                 const Asset &known)
{
    Registered registered{known.uuid, known.id, true, known.trashedAt.has_value(), false, known.importedAt};
    if (asset.inPlace) {
        addReference(transaction, known.id, *asset.inPlace);
    } else {
        if (auto counted = countKnown(transaction, asset, known.id); !counted) {
            return failed(counted);
        }
        // The bytes may have been only in a file of the person until now.
        transaction.run("UPDATE blob SET stored = 1 WHERE id = ?1 AND sha256 = ?2", known.blobId, asset.digests.sha256);
    }
    if (registered.wasTrashed) {
        restore(transaction, services.changes, known);
    }
    if (known.state == AssetState::Failed) {
        // Given again, it deserves another try: the codec may be newer, the disk no longer full.
        transaction.run("UPDATE asset SET state = 0, error = NULL WHERE id = ?1", known.id);
        services.changes.touch(transaction, known.id);
        if (auto queued = enqueueProcessing(transaction, services.jobs, asset.owner.userId, known.uuid, asset.priority);
            !queued) {
            return failed(queued);
        }
    }
    return registered;
}

void insertAsset(Transaction &transaction, const NewAsset &asset, const QUuid &uuid, qint64 id, qint64 blobId)
{
    const qint64 now = wallMs();
    transaction.run("INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, "
                    "created_at, file_created_at, file_modified_at, imported_at, updated_at, is_favorite, "
                    "device_asset_id, device_id, counted_bytes) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
                    id, uuid, asset.owner.userId, blobId, asset.format, asset.isVideo, asset.mimeType, asset.fileName,
                    asset.digests.size, asset.fileModifiedAt.value_or(now), asset.fileCreatedAt, asset.fileModifiedAt,
                    now, transaction.stamp(), asset.isFavorite, asset.deviceAssetId, asset.deviceId,
                    asset.inPlace ? 0 : asset.digests.size);
    keepSidecar(transaction, id, asset.sidecar);
    if (asset.inPlace) {
        addReference(transaction, id, *asset.inPlace);
    }
}

Result<Registered> registerChanged(Transaction &transaction, const Services &services, const NewAsset &asset,
                                   const Asset &before)
{
    // First the new blob: the asset must never be without one.
    const qint64 blobId = ensureBlob(transaction, asset.digests, false);
    replaceBytes(transaction, services, before, blobId, asset);
    addReference(transaction, before.id, *asset.inPlace);
    keepSidecar(transaction, before.id, asset.sidecar);
    if (auto queued = enqueueProcessing(transaction, services.jobs, before.ownerId, before.uuid, asset.priority);
        !queued) {
        return failed(queued);
    }
    return Registered{before.uuid, before.id, false, before.trashedAt.has_value(), true};
}

/// The id of these bytes. Where an asset has it that had them before its file was changed, they get one made of both.
QUuid freeUuid(Transaction &transaction, const NewAsset &asset)
{
    QUuid uuid = assetUuid(asset.digests.sha256, asset.owner.uuid, asset.owner.isOwner);
    while (findAsset(transaction.db(), asset.owner.userId, uuid)) {
        uuid = assetUuid(asset.digests.sha256, uuid, false);
    }
    return uuid;
}

} // namespace

Result<Registered> registerAsset(Transaction &transaction, const Services &services, const NewAsset &asset)
{
    // Blobs are removed on this thread too, so what is there now stays until this transaction is recorded.
    if (!asset.inPlace && !services.blobs.has(asset.digests.sha256)) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, services.blobs.pathOf(asset.digests.sha256)}});
    }
    const auto before =
        asset.inPlace ? assetBeforeChange(transaction, asset.owner.userId, asset.inPlace->path, asset.digests.sha256)
                      : std::nullopt;
    // Not by a former hash: those bytes would be taken for duplicates of others and be lost.
    const auto known = findAssetWithBytes(transaction.db(), asset.owner.userId, asset.digests.sha256);
    if (before && !known && !isKeptElsewhere(transaction, *before, asset.inPlace->path)) {
        return registerChanged(transaction, services, asset, *before);
    }
    if (before) {
        leaveFile(transaction, services.changes, *before, asset.inPlace->path);
    }
    if (known) {
        return registerAgain(transaction, services, asset, *known);
    }
    if (auto room = checkRoom(transaction, asset); !room) {
        return failed(room);
    }
    const qint64 blobId = ensureBlob(transaction, asset.digests, !asset.inPlace);
    const QUuid uuid = freeUuid(transaction, asset);
    const qint64 id = ensurePlace(transaction, uuid);
    transaction.run("DELETE FROM tombstone WHERE asset_id = ?1", id);
    insertAsset(transaction, asset, uuid, id, blobId);
    if (auto queued = enqueueProcessing(transaction, services.jobs, asset.owner.userId, uuid, asset.priority);
        !queued) {
        return failed(queued);
    }
    services.changes.tell(transaction, u"asset.added"_s, uuid, asset.owner.uuid);
    return Registered{uuid, id, false, false, false};
}

} // namespace kinframe::library
