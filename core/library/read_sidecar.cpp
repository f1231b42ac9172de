// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/read_sidecar.h"

#include "jobs/job_queue.h"
#include "library/change_feed.h"
#include "library/metadata_doc.h"
#include "library/metadata_rules.h"
#include "library/process_job.h"
#include "library/store_metadata.h"

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::Transaction;

std::optional<double> real(const std::optional<int> &value)
{
    return value ? std::optional(double(*value)) : std::nullopt;
}

void takeRating(Transaction &transaction, const Asset &asset, const SidecarChange &change, const QSet<QString> &edited)
{
    // One that differs from what was written before was given here, too.
    const bool isGivenHere = edited.contains(u"rating"_s) || asset.rating != real(change.before.rating);
    if (change.now.rating != change.before.rating && !isGivenHere) {
        transaction.run("UPDATE asset SET rating = ?2 WHERE id = ?1", asset.id, real(change.now.rating));
    }
}

void takeKeywords(Transaction &transaction, const Asset &asset, const SidecarChange &change,
                  const QSet<QString> &edited)
{
    for (const QString &keyword : change.now.keywords) {
        if (!change.before.keywords.contains(keyword, Qt::CaseInsensitive) && !edited.contains(keyOfTag(keyword))) {
            transaction.run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING", keyword,
                            asset.id);
        }
    }
    if (edited.contains(u"tags"_s)) {
        return; // Somebody has said here which ones there are; what is new there is no contradiction.
    }
    for (const QString &keyword : change.before.keywords) {
        if (!change.now.keywords.contains(keyword, Qt::CaseInsensitive) && !edited.contains(keyOfTag(keyword))) {
            transaction.run("DELETE FROM asset_tag WHERE tag = ?1 AND asset_id = ?2", keyword, asset.id);
        }
    }
}

} // namespace

bool SidecarChange::hasOtherRegions() const
{
    return before.regions != now.regions;
}

QString knownSidecar(storage::Connection &db, qint64 assetId)
{
    Statement statement = db.prepare("SELECT xmp FROM asset_sidecar WHERE asset_id = ?1");
    statement.bindAll(assetId);
    return statement.step() ? statement.text(0) : QString();
}

void noteSidecar(Transaction &transaction, qint64 assetId, const QString &text)
{
    transaction.run("INSERT INTO asset_sidecar(asset_id, xmp) VALUES (?1, ?2) "
                    "ON CONFLICT (asset_id) DO UPDATE SET xmp = excluded.xmp",
                    assetId, text);
}

Result<void> takeSidecarChange(Transaction &transaction, const Services &services, const Asset &asset,
                               const SidecarChange &change)
{
    const auto current = findAssetById(transaction.db(), asset.id);
    if (!current || current->blobId != asset.blobId) {
        return {}; // Deleted or changed meanwhile; that has a job of its own.
    }
    const QSet<QString> edited = readDoc(transaction.db(), current->id).edited;
    takeRating(transaction, *current, change, edited);
    takeKeywords(transaction, *current, change, edited);
    storeMetadata(transaction, *current, change.now);
    noteSidecar(transaction, current->id, change.text);
    services.changes.touch(transaction, current->id);
    if (!change.hasOtherRegions()) {
        return {};
    }
    const auto queued =
        enqueueProcessing(transaction, services.jobs, current->ownerId, current->uuid, jobs::priority::background);
    return queued ? Result<void>{} : Result<void>(failed(queued));
}

} // namespace kinframe::library
