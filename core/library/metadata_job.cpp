// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/metadata_job.h"

#include "library/asset.h"
#include "library/asset_file.h"
#include "library/change_feed.h"
#include "library/file_properties.h"
#include "library/originals.h"
#include "storage/database.h"

namespace kinframe::library {
namespace {

using storage::Connection;
using storage::Statement;
using storage::Transaction;

// So few that an edit of somebody's waits for one batch no longer than for any other write.
constexpr int assetsPerWrite = 20;

} // namespace

struct MetadataJob::Found
{
    Asset asset;
    QString path; ///< empty: its file is not there now
    QString sidecar;
    media::Metadata metadata = {};
};

MetadataJob::MetadataJob(const Services &services)
    : m_services(services)
{
}

Result<jobs::Effect> MetadataJob::run(const jobs::Job &, jobs::JobContext &context)
{
    const auto total = left();
    if (!total) {
        return failed(total);
    }
    qint64 after = 0;
    for (qint64 done = 0;;) {
        context.progress(done, *total);
        auto batch = next(after);
        if (!batch) {
            return failed(batch);
        }
        if (batch->empty()) {
            return jobs::Effect();
        }
        for (Found &found : *batch) {
            if (context.shouldStop()) {
                return fail(ErrorCode::Canceled);
            }
            const auto type = found.path.isEmpty() ? Result<media::FileType>(fail(ErrorCode::FileNotFound))
                                                   : media::sniffFileType(found.path, found.asset.fileName);
            if (type) {
                found.metadata = readMetadataGently(found.path, *type, found.sidecar);
            } else {
                found.path.clear();
            }
        }
        if (auto written = refresh(*batch); !written) {
            return failed(written);
        }
        after = batch->back().asset.id;
        done += qint64(batch->size());
    }
}

Result<qint64> MetadataJob::left()
{
    return m_services.database.read([](Connection &db) -> Result<qint64> {
        Statement row = db.prepare("SELECT count(*) FROM asset a LEFT JOIN doc d ON d.id = a.id WHERE a.is_ready = 1 "
                                   "AND coalesce(d.reader, 0) < ?1");
        row.bindAll(metadataReader);
        row.step();
        return row.int64(0);
    });
}

Result<std::vector<MetadataJob::Found>> MetadataJob::next(qint64 after)
{
    return m_services.database.read([&](Connection &db) -> Result<std::vector<Found>> {
        std::vector<Found> batch;
        // What is not ready has a job of its own that reads all of it.
        Statement row = db.prepare("SELECT a.id, s.xmp FROM asset a LEFT JOIN doc d ON d.id = a.id LEFT JOIN "
                                   "asset_sidecar s ON s.asset_id = a.id WHERE a.id > ?1 AND a.is_ready = 1 AND "
                                   "coalesce(d.reader, 0) < ?2 ORDER BY a.id LIMIT ?3");
        row.bindAll(after, metadataReader, assetsPerWrite);
        while (row.step()) {
            if (auto asset = findAssetById(db, row.int64(0))) {
                const auto path = locateBlob(db, m_services.blobs, asset->blobId);
                batch.push_back({*asset, path.value_or(QString()), row.text(1)});
            }
        }
        return batch;
    });
}

Result<void> MetadataJob::refresh(const std::vector<Found> &batch)
{
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        std::vector<qint64> changed;
        for (const Found &found : batch) {
            const auto now = findAssetById(transaction.db(), found.asset.id);
            // Gone, or its file was changed meanwhile; that has a job of its own.
            if (!now || now->blobId != found.asset.blobId) {
                continue;
            }
            if (!found.path.isEmpty() && storeFileProperties(transaction, now->id, found.metadata)) {
                changed.push_back(now->id);
            }
        }
        m_services.changes.touch(transaction, changed);
        return {};
    });
}

} // namespace kinframe::library
