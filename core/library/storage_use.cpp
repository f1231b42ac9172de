// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/storage_use.h"

#include "base/files.h"
#include "library/trash.h"
#include "storage/database.h"

#include <QDirIterator>
#include <QFileInfo>

namespace kinframe::library {
namespace {

using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr int photosPerWrite = 100;

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

Result<std::vector<QUuid>> inTrash(storage::Database &database, qint64 ownerId)
{
    return database.read([&](Connection &db) -> Result<std::vector<QUuid>> {
        std::vector<QUuid> photos;
        // The hidden half of a live photo goes with the other; alone it is shown, and is there itself.
        Statement statement =
            db.prepare("SELECT uuid FROM asset WHERE owner_id = ?1 AND trashed_at IS NOT NULL ORDER BY is_hidden, id");
        statement.bindAll(ownerId);
        while (statement.step()) {
            photos.push_back(statement.uuid(0));
        }
        return photos;
    });
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
    const auto photos = inTrash(services.database, ownerId);
    if (!photos) {
        return failed(photos);
    }
    Trash trash(services);
    for (size_t done = 0; done < photos->size();) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        progress(qint64(done), qint64(photos->size()));
        const size_t last = std::min(photos->size(), done + photosPerWrite);
        auto written = services.database.write([&](Transaction &transaction) -> Result<void> {
            for (size_t i = done; i < last; ++i) {
                const auto asset = findAsset(transaction.db(), ownerId, photos->at(i));
                // Gone with its other half, or taken out of the trash meanwhile.
                if (!asset || !asset->trashedAt) {
                    continue;
                }
                if (auto deleted = trash.deleteForGood(transaction, ownerId, asset->uuid); !deleted) {
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
    return qint64(photos->size());
}

} // namespace kinframe::library
