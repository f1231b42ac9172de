// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/trash.h"

#include "base/clock.h"
#include "base/ids.h"
#include "base/log.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "library/thumbnail_files.h"
#include "storage/blob_store.h"

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

Failure notFound(const QUuid &asset)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(asset)}});
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
    transaction.run("UPDATE asset SET trashed_at = ?1 WHERE id IN (?2, ?3)", wallMs(), asset->id, asset->liveVideoId);
    m_services.changes.touch(transaction, asset->id);
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
    return {};
}

Result<void> Trash::deleteForGood(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    const auto asset = findAsset(transaction.db(), ownerId, uuid);
    if (!asset) {
        return notFound(uuid);
    }
    if (asset->liveVideoId) {
        deleteRow(transaction, *asset->liveVideoId);
    }
    deleteRow(transaction, asset->id);
    return {};
}

void Trash::deleteRow(Transaction &transaction, qint64 assetId)
{
    const auto asset = findAssetById(transaction.db(), assetId);
    if (!asset) {
        return;
    }
    transaction.run("INSERT INTO tombstone(asset_id, uuid, owner_id, deleted_at) VALUES (?1, ?2, ?3, ?4) "
                    "ON CONFLICT (asset_id) DO UPDATE SET deleted_at = excluded.deleted_at",
                    asset->id, asset->uuid, asset->ownerId, transaction.stamp());
    transaction.run("DELETE FROM job WHERE subject = ?1 AND user_id = ?2", asset->uuid, asset->ownerId);
    transaction.run("DELETE FROM asset WHERE id = ?1", asset->id);
    dropBlobIfUnused(transaction, asset->blobId);
    Statement owner = transaction.prepare("SELECT uuid FROM user WHERE id = ?1");
    owner.bindAll(asset->ownerId);
    if (owner.step()) {
        m_services.changes.tell(transaction, u"asset.deleted"_s, asset->uuid, owner.uuid(0));
    }
}

void Trash::dropBlobIfUnused(Transaction &transaction, qint64 blobId)
{
    Statement statement = transaction.prepare("DELETE FROM blob WHERE id = ?1 AND refs = 0 RETURNING sha256");
    statement.bindAll(blobId);
    if (!statement.step()) {
        return;
    }
    // After the commit, and on the writer thread: a later import of the same bytes sees that they are gone.
    transaction.afterCommit([this, sha256 = statement.blob(0)] {
        if (auto removed = m_services.blobs.remove(sha256); !removed) {
            qCWarning(logLibrary).noquote() << "a deleted blob stays until the next sweep:" << removed.error().forLog();
        }
        removeThumbnails(m_services.thumbnailFolder, sha256);
    });
}

} // namespace kinframe::library
