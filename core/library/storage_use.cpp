// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/storage_use.h"

#include "base/files.h"
#include "library/settings.h"
#include "library/trash.h"
#include "storage/database.h"

#include <QDirIterator>
#include <QFileInfo>

#include <limits>

namespace kinframe::library {
namespace {

using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr int photosPerWrite = 100;
constexpr qint64 dayMs = 86'400'000;

qint64 first(Statement statement)
{
    return statement.step() ? statement.int64(0) : 0;
}

qint64 sizeOfFolder(const QString &folder, const std::stop_token &stop)
{
    qint64 size = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext() && !stop.stop_requested()) {
        files.next();
        size += files.fileInfo().size();
    }
    return size;
}

/// With the journals beside it.
qint64 sizeOfDatabase(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + u"-wal").size() + QFileInfo(path + u"-shm").size();
}

struct Trashed
{
    qint64 ownerId;
    QUuid uuid;
    qint64 at;
};

/// Of one user, or of all; what came there by then.
Result<std::vector<Trashed>> inTrash(storage::Database &database, std::optional<qint64> ownerId, qint64 until)
{
    return database.read([&](Connection &db) -> Result<std::vector<Trashed>> {
        std::vector<Trashed> photos;
        // The hidden half of a live photo goes with the other; alone it is shown, and is there itself.
        Statement statement = db.prepare("SELECT owner_id, uuid, trashed_at FROM asset WHERE trashed_at <= ?2 AND "
                                         "(?1 IS NULL OR owner_id = ?1) ORDER BY is_hidden, id");
        statement.bindAll(ownerId, until);
        while (statement.step()) {
            photos.push_back({statement.int64(0), statement.uuid(1), statement.int64(2)});
        }
        return photos;
    });
}

Result<qint64> deleteForGood(const Services &services, const std::vector<Trashed> &photos,
                             const std::function<void(qint64 done, qint64 total)> &progress,
                             const std::stop_token &stop)
{
    Trash trash(services);
    for (size_t done = 0; done < photos.size();) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        progress(qint64(done), qint64(photos.size()));
        const size_t last = std::min(photos.size(), done + photosPerWrite);
        auto written = services.database.write([&](Transaction &transaction) -> Result<void> {
            for (size_t i = done; i < last; ++i) {
                const Trashed &photo = photos[i];
                const auto asset = findAsset(transaction.db(), photo.ownerId, photo.uuid);
                // Gone with its other half, or taken out of the trash meanwhile, perhaps to be thrown away again.
                if (!asset || asset->trashedAt != photo.at) {
                    continue;
                }
                if (auto deleted = trash.deleteForGood(transaction, photo.ownerId, asset->uuid); !deleted) {
                    return deleted;
                }
            }
            return {};
        });
        if (!written) {
            return failed(written);
        }
        done = last;
    }
    return qint64(photos.size());
}

} // namespace

Result<StorageUse> storageUse(const Services &services, qint64 ownerId, const std::stop_token &stop)
{
    auto use = services.database.read(
        [&](Connection &db) -> Result<StorageUse> {
            StorageUse sums;
            sums.originals = first(db.prepare("SELECT coalesce(sum(size), 0) FROM blob WHERE stored = 1"));
            sums.inPlace = first(db.prepare("SELECT coalesce(sum(size), 0) FROM blob WHERE stored = 0"));
            Statement trash = db.prepare(
                "SELECT count(*) FILTER (WHERE a.is_hidden = 0), coalesce(sum(b.size) FILTER (WHERE b.stored = 1 AND "
                "b.refs = 1), 0) FROM asset a JOIN blob b ON b.id = a.blob_id WHERE a.trashed_at IS NOT NULL AND "
                "a.owner_id = ?1");
            trash.bindAll(ownerId);
            trash.step();
            sums.trashed = trash.int64(0);
            sums.trash = trash.int64(1);
            Statement photos = db.prepare("SELECT count(*) FROM asset WHERE owner_id = ?1 AND trashed_at IS NULL AND "
                                          "is_hidden = 0");
            photos.bindAll(ownerId);
            photos.step();
            sums.photos = photos.int64(0);
            return sums;
        },
        stop);
    if (!use) {
        return use;
    }
    use->database = sizeOfDatabase(services.database.path());
    use->thumbnails = sizeOfFolder(services.thumbnailFolder, stop);
    use->free = freeSpace(QFileInfo(services.database.path()).path());
    return stop.stop_requested() ? Result<StorageUse>(fail(ErrorCode::Canceled)) : use;
}

Result<qint64> emptyTrash(const Services &services, qint64 ownerId,
                          const std::function<void(qint64 done, qint64 total)> &progress, const std::stop_token &stop)
{
    const auto photos = inTrash(services.database, ownerId, std::numeric_limits<qint64>::max());
    return photos ? deleteForGood(services, *photos, progress, stop) : failed(photos);
}

Result<qint64> emptyOldTrash(const Services &services, qint64 now, const std::stop_token &stop)
{
    const qint64 days = Settings(services).number(setting::trashDays);
    if (days == 0) {
        return 0;
    }
    const auto photos = inTrash(services.database, std::nullopt, now - days * dayMs);
    return photos ? deleteForGood(
                        services, *photos, [](qint64, qint64) {}, stop)
                  : failed(photos);
}

} // namespace kinframe::library
