// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/store_job.h"

#include "base/log.h"
#include "jobs/job_queue.h"
#include "storage/blob_store.h"
#include "storage/database.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

const QString md5Member = u"md5"_s;

/// What somebody has with that MD5, if anybody does.
Result<std::optional<Digests>> wantedWith(storage::Database &database, const QByteArray &md5)
{
    return database.read([&](storage::Connection &db) -> Result<std::optional<Digests>> {
        storage::Statement row = db.prepare("SELECT b.sha256, b.size FROM blob b JOIN render_file f ON f.blob_id = "
                                            "b.id WHERE b.md5 = ?1 ORDER BY f.id LIMIT 1");
        row.bindAll(md5);
        if (!row.step()) {
            return std::optional<Digests>();
        }
        Digests digests;
        digests.sha256 = row.blob(0);
        digests.md5 = md5;
        digests.size = row.int64(1);
        return std::optional(digests);
    });
}

} // namespace

StoreJob::StoreJob(Files &files)
    : m_files(files)
{
    files.onAdded([this](storage::Transaction &transaction, const StoredFile &file) {
        ask(transaction, file, jobs::priority::upload);
    });
    files.onCollected([this](storage::Transaction &transaction, const StoredFile &file) {
        ask(transaction, file, jobs::priority::background);
    });
}

void StoreJob::ask(storage::Transaction &transaction, const StoredFile &file, int priority)
{
    const QString md5 = QString::fromLatin1(file.md5.toHex());
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(storeKind);
    spec.payload = {{md5Member, md5}};
    spec.dedupeKey = md5;
    spec.priority = priority;
    if (const auto queued = m_files.services().jobs.enqueue(transaction, spec); !queued) {
        qCWarning(logStorage).noquote() << "the object store is not told of" << md5 << queued.error().forLog();
    }
}

Result<jobs::Effect> StoreJob::run(const jobs::Job &job, jobs::JobContext &context)
{
    const QByteArray md5 = QByteArray::fromHex(job.payload.value(md5Member).toString().toLatin1());
    const auto store = m_files.store();
    if (!store->isRemote()) {
        return jobs::Effect();
    }
    const auto wanted = wantedWith(m_files.services().database, md5);
    if (!wanted) {
        return failed(wanted);
    }
    const QString key = storageKeyOf(md5);
    if (!*wanted) {
        const auto removed = store->remove(key, context.stopToken());
        return removed ? Result<jobs::Effect>(jobs::Effect()) : failed(removed);
    }
    const auto there = store->look(key, context.stopToken());
    if (!there) {
        return failed(there);
    }
    if (*there && (*there)->size == (*wanted)->size) {
        return jobs::Effect();
    }
    const storage::BlobStore &blobs = m_files.services().blobs;
    const auto put = store->put(key, blobs.pathOf((*wanted)->sha256), **wanted, context.stopToken());
    return put ? Result<jobs::Effect>(jobs::Effect()) : failed(put);
}

} // namespace kinframe::render
