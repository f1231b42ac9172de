// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/trash.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "library/live_photos.h"
#include "library/owner.h"
#include "library/stacks.h"
#include "library/unused_blobs.h"

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

Failure notFound(const QUuid &asset)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(asset)}});
}

std::vector<qint64> ids(Statement statement)
{
    std::vector<qint64> all;
    while (statement.step()) {
        all.push_back(statement.int64(0));
    }
    return all;
}

/// Whose hidden half a video is. More than one where copies of a motion photo hold the same video.
std::vector<qint64> picturesOf(Transaction &transaction, qint64 videoId)
{
    Statement statement = transaction.prepare("SELECT id FROM asset WHERE live_video_id = ?1");
    statement.bindAll(videoId);
    return ids(std::move(statement));
}

/// Its own, and those it had before its file was changed and in which its faces were found.
std::vector<qint64> blobsOf(Transaction &transaction, const Asset &asset)
{
    Statement statement = transaction.prepare("SELECT DISTINCT d.blob_id FROM face f JOIN detection d ON d.id = "
                                              "f.detection_id WHERE f.asset_id = ?1 AND d.blob_id <> ?2 "
                                              "UNION ALL SELECT ?2");
    statement.bindAll(asset.id, asset.blobId);
    return ids(std::move(statement));
}

} // namespace

Trash::Trash(const Services &services)
    : m_services(services)
{
}

Result<void> Trash::moveToTrash(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    const auto asset = findAsset(transaction.db(), ownerId, uuid);
    if (!asset || asset->trashedAt) {
        return notFound(uuid);
    }
    const qint64 now = wallMs();
    transaction.run("UPDATE asset SET trashed_at = ?2 WHERE id = ?1", asset->id, now);
    const bool hasVideoGone =
        transaction.run("UPDATE asset SET trashed_at = ?2 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM asset p WHERE "
                        "p.live_video_id = ?1 AND p.trashed_at IS NULL)",
                        asset->liveVideoId, now) > 0;
    m_services.changes.touch(transaction, asset->id);
    if (hasVideoGone) {
        m_services.changes.touch(transaction, *asset->liveVideoId);
    }
    return {};
}

Result<void> Trash::restore(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    const auto asset = findAsset(transaction.db(), ownerId, uuid);
    if (!asset || !asset->trashedAt) {
        return notFound(uuid);
    }
    transaction.run("UPDATE asset SET trashed_at = NULL WHERE id IN (?1, ?2)", asset->id, asset->liveVideoId);
    m_services.changes.touch(transaction, asset->id);
    if (asset->liveVideoId) {
        m_services.changes.touch(transaction, *asset->liveVideoId);
    }
    // Its other half may have come while it lay there.
    pairLivePhoto(transaction, m_services.changes, asset->id);
    return {};
}

Result<void> Trash::deleteForGood(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    const auto asset = findAsset(transaction.db(), ownerId, uuid);
    if (!asset) {
        return notFound(uuid);
    }
    deleteRow(transaction, *asset);
    if (asset->liveVideoId && picturesOf(transaction, *asset->liveVideoId).empty()) {
        if (const auto video = findAssetById(transaction.db(), *asset->liveVideoId)) {
            deleteRow(transaction, *video);
        }
    }
    return {};
}

void Trash::deleteRow(Transaction &transaction, const Asset &asset)
{
    transaction.run("INSERT INTO tombstone(asset_id, uuid, owner_id, deleted_at) VALUES (?1, ?2, ?3, ?4) "
                    "ON CONFLICT (asset_id) DO UPDATE SET deleted_at = excluded.deleted_at",
                    asset.id, asset.uuid, asset.ownerId, transaction.stamp());
    transaction.run("DELETE FROM job WHERE subject = ?1 AND user_id = ?2", asset.uuid, asset.ownerId);
    const std::vector<qint64> pictures = picturesOf(transaction, asset.id);
    const std::vector<qint64> blobs = blobsOf(transaction, asset);
    m_services.changes.deleting(transaction, asset);
    leaveStack(transaction, m_services.changes, asset.id);
    transaction.run("DELETE FROM asset WHERE id = ?1", asset.id);
    m_services.changes.touch(transaction, pictures); // They show no video any more.
    for (const qint64 blob : blobs) {
        dropUnusedBlob(transaction, m_services, blob);
    }
    m_services.changes.tell(transaction, u"asset.deleted"_s, asset.uuid,
                            findOwner(transaction.db(), asset.ownerId).uuid);
}

} // namespace kinframe::library
