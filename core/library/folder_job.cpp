// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folder_job.h"

#include "base/ids.h"
#include "jobs/job_queue.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "library/folder_scan.h"
#include "library/folders.h"
#include "library/trash.h"

namespace kinframe::library {
namespace {

using storage::Statement;
using storage::Transaction;

// A write of so many is over in some ten milliseconds, and others come between.
constexpr int photosPerWrite = 200;

} // namespace

Result<qint64> enqueueFolder(Transaction &transaction, jobs::JobQueue &jobs, const Folder &folder, qint64 notBefore)
{
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(folderKind);
    spec.userId = folder.ownerId;
    spec.subject = folder.uuid;
    spec.dedupeKey = toText(folder.uuid);
    spec.notBefore = notBefore;
    return jobs.enqueue(transaction, spec);
}

void dropFolder(Transaction &transaction, const Folder &folder)
{
    // Of photos that the library holds itself their files mean nothing without the folder.
    transaction.run("DELETE FROM file_reference WHERE folder_id = ?1 AND EXISTS (SELECT 1 FROM asset a JOIN blob b "
                    "ON b.id = a.blob_id WHERE a.id = asset_id AND b.stored = 1)",
                    folder.id);
    transaction.run("DELETE FROM folder WHERE id = ?1", folder.id);
}

FolderJob::FolderJob(const Services &services, VolumeRoots roots)
    : m_services(services)
    , m_roots(std::move(roots))
{
}

Result<jobs::Effect> FolderJob::run(const jobs::Job &job, jobs::JobContext &context)
{
    const auto folder = m_services.database.read(
        [&](storage::Connection &db) -> Result<std::optional<Folder>> { return folderRow(db, job.subject); });
    if (!folder) {
        return failed(folder);
    }
    if (!*folder) {
        return jobs::Effect(); // It was removed meanwhile.
    }
    return (*folder)->isBeingRemoved ? remove(**folder, context)
                                     : FolderScan(m_services, **folder, m_roots()).run(context);
}

Result<jobs::Effect> FolderJob::remove(const Folder &folder, jobs::JobContext &context)
{
    Trash trash(m_services);
    for (bool isOver = false; !isOver;) {
        if (context.shouldStop()) {
            return fail(ErrorCode::Canceled);
        }
        auto moved = m_services.database.write([&](Transaction &transaction) -> Result<bool> {
            std::vector<QUuid> photos;
            Statement statement = transaction.prepare(
                "SELECT DISTINCT a.uuid FROM file_reference r JOIN asset a ON a.id = r.asset_id WHERE "
                "r.folder_id = ?1 AND a.trashed_at IS NULL AND a.is_hidden = 0 LIMIT ?2");
            statement.bindAll(folder.id, photosPerWrite);
            while (statement.step()) {
                photos.push_back(statement.uuid(0));
            }
            for (const QUuid &photo : photos) {
                if (auto gone = trash.moveToTrash(transaction, folder.ownerId, photo); !gone) {
                    return failed(gone);
                }
            }
            return photos.empty();
        });
        if (!moved) {
            return failed(moved);
        }
        isOver = *moved;
    }
    return jobs::Effect([changes = &m_services.changes, folder](Transaction &transaction) -> Result<void> {
        // Somebody may have added it again by now.
        const auto now = folderRow(transaction.db(), folder.uuid);
        if (now && now->isBeingRemoved) {
            dropFolder(transaction, folder);
            tellFolder(transaction, *changes, folder);
        }
        return {};
    });
}

void FolderJob::leaveOut(Transaction &transaction, const Asset &asset)
{
    transaction.run("INSERT INTO folder_left_out(folder_id, path, size, modified_ns) "
                    "SELECT folder_id, path, size, modified_ns FROM file_reference WHERE asset_id = ?1 AND "
                    "folder_id IS NOT NULL AND missing_since IS NULL ON CONFLICT (folder_id, path) DO UPDATE SET "
                    "size = excluded.size, modified_ns = excluded.modified_ns, error = NULL",
                    asset.id);
}

} // namespace kinframe::library
