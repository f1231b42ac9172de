// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/join_library.h"

#include "base/log.h"
#include "library/change_feed.h"
#include "library/importer.h"
#include "library/live_photos.h"
#include "library/originals.h"
#include "library/owner.h"
#include "storage/database.h"
#include "transfer/downloads/download_rows.h"

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

qint64 ownerId(Connection &db)
{
    Statement row = db.prepare("SELECT id FROM user WHERE is_owner = 1");
    return row.step() ? row.int64(0) : 0;
}

struct Joining
{
    library::Owner owner;
    QString path;
    QString moving; ///< the video of a live photo; empty: none
};

} // namespace

JoinLibrary::JoinLibrary(const library::Services &services)
    : m_services(services)
{
}

void JoinLibrary::enqueue(Transaction &transaction, const DownloadTask &task) const
{
    if (task.half == LiveHalf::Video) {
        return; // It comes with its picture.
    }
    jobs::JobSpec spec;
    spec.kind = QString::fromUtf16(joinKind);
    spec.payload = {{u"download"_s, task.id}, {u"path"_s, task.filePath}};
    spec.dedupeKey = QString::number(task.id);
    // The file is saved all the same; it can be imported by hand.
    if (const auto queued = m_services.jobs.enqueue(transaction, spec); !queued) {
        qCWarning(logTransfer).noquote() << task.taskId << "does not join the library:" << queued.error().forLog();
    }
}

Result<jobs::Effect> JoinLibrary::run(const jobs::Job &job, jobs::JobContext &)
{
    const auto found = m_services.database.read([&](Connection &db) -> Result<Joining> {
        Joining joining{library::findOwner(db, ownerId(db)), job.payload[u"path"].toString(), {}};
        const auto row = findDownload(db, job.payload[u"download"].toInteger());
        const auto other = row ? findOtherHalf(db, *row) : std::nullopt;
        if (other && other->task.status == DownloadStatus::Complete) {
            joining.moving = other->task.filePath;
        }
        return joining;
    });
    if (!found) {
        return failed(found);
    }
    library::Importer importer(m_services);
    constexpr auto inPlace = library::Importer::Placement::InPlace;
    const auto picture = importer.addFile(found->owner, found->path, inPlace, {});
    const auto video =
        !picture || found->moving.isEmpty() ? picture : importer.addFile(found->owner, found->moving, inPlace, {});
    for (const auto &added : {picture, video}) {
        if (!added && (added.error().code == ErrorCode::FileNotMedia || added.error().kind() == ErrorKind::BadInput)) {
            qCInfo(logTransfer).noquote() << "not for the library:" << added.error().forLog();
            return jobs::Effect();
        }
        if (!added) {
            return failed(added);
        }
    }
    if (found->moving.isEmpty()) {
        return jobs::Effect();
    }
    return jobs::Effect(
        [this, picture = picture->assetId, moving = video->assetId](Transaction &transaction) -> Result<void> {
            library::linkLivePhoto(transaction, m_services.changes, picture, moving);
            return {};
        });
}

std::optional<QString> JoinLibrary::find(const Checksum &checksum) const
{
    const auto found = m_services.database.read([&](Connection &db) -> Result<std::optional<QString>> {
        const bool isSha1 = checksum.kind == Checksum::Kind::Sha1;
        Statement row =
            isSha1 ? db.prepare("SELECT b.id FROM blob b JOIN asset a ON a.blob_id = b.id WHERE b.sha1 = ?1 AND "
                                "a.owner_id = ?2 AND a.trashed_at IS NULL LIMIT 1")
                   : db.prepare("SELECT b.id FROM blob b JOIN asset a ON a.blob_id = b.id WHERE b.sha256 = ?1 AND "
                                "a.owner_id = ?2 AND a.trashed_at IS NULL LIMIT 1");
        row.bindAll(checksum.bytes, ownerId(db));
        if (!row.step()) {
            return std::optional<QString>();
        }
        auto path = library::locateBlob(db, m_services.blobs, row.int64(0));
        return path ? std::optional(std::move(*path)) : std::nullopt;
    });
    return found.value_or(std::nullopt);
}

} // namespace kinframe::transfer
