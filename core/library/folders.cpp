// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folders.h"

#include "base/clock.h"
#include "base/error_json.h"
#include "base/ids.h"
#include "jobs/job_queue.h"
#include "library/change_feed.h"
#include "library/folder_job.h"
#include "library/folder_places.h"
#include "library/trash.h"
#include "storage/blob_store.h"

#include <QDir>
#include <QFileInfo>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

// A write of so many is over in some ten milliseconds, and others come between.
constexpr size_t photosPerWrite = 200;

Failure notFound(const QUuid &uuid)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"folder"_s}, {u"id"_s, toText(uuid)}});
}

bool overlap(const QString &one, const QString &other)
{
    Folder first;
    first.path = one;
    Folder second;
    second.path = other;
    return first.holds(other) || second.holds(one);
}

/// Where the library keeps its files. What is in there would be taken in again and again.
QStringList ownFolders(const Services &services)
{
    constexpr qsizetype hashBytes = 32;
    const QString blob = services.blobs.pathOf(QByteArray(hashBytes, 0));
    const QString blobs = QDir::cleanPath(QFileInfo(blob).path() + u"/../.."_s);
    return {services.thumbnailFolder, services.blobs.temporaryFolder(), blobs};
}

} // namespace

void tellFolder(Transaction &transaction, ChangeFeed &changes, const Folder &folder)
{
    changes.tell(transaction, u"folder.changed"_s, folder.uuid, findOwner(transaction.db(), folder.ownerId).uuid);
}

void moveFolder(Transaction &transaction, ChangeFeed &changes, const Folder &folder, const QString &path,
                const QString &place)
{
    transaction.run("UPDATE folder SET path = ?2, place = ?3, missing_since = NULL WHERE id = ?1", folder.id, path,
                    place);
    // The same photo may have been taken in from the new place meanwhile: then that row goes.
    transaction.run("UPDATE OR REPLACE file_reference SET path = ?3 || substr(path, ?2) WHERE folder_id = ?1",
                    folder.id, folder.path.size() + 1, path);
    transaction.run("UPDATE OR REPLACE folder_left_out SET path = ?3 || substr(path, ?2) WHERE folder_id = ?1",
                    folder.id, folder.path.size() + 1, path);
    tellFolder(transaction, changes, folder);
}

Folders::Folders(const Services &services)
    : m_services(services)
{
}

Result<QString> Folders::usable(qint64 ownerId, const QString &path, const QUuid &self) const
{
    const QFileInfo info(path);
    if (!info.isDir()) {
        return fail(ErrorCode::FileNotFound, {{u"path"_s, path}});
    }
    const QString absolute = QDir::cleanPath(info.absoluteFilePath());
    for (const QString &own : ownFolders(m_services)) {
        if (overlap(absolute, own)) {
            return fail(ErrorCode::FolderTaken, {{u"path"_s, absolute}, {u"other"_s, own}});
        }
    }
    const auto others = list(ownerId);
    if (!others) {
        return failed(others);
    }
    for (const Folder &other : *others) {
        if (other.uuid != self && overlap(absolute, other.path)) {
            return fail(ErrorCode::FolderTaken, {{u"path"_s, absolute}, {u"other"_s, other.path}});
        }
    }
    return absolute;
}

Result<Folder> Folders::add(const Owner &owner, const QString &path, Importer::Placement placement)
{
    const auto absolute = usable(owner.userId, path, {});
    if (!absolute) {
        return failed(absolute);
    }
    const QString place = placeBelow(mountedRoots(), *absolute);
    return m_services.database.write([&](Transaction &transaction) -> Result<Folder> {
        // One that is being removed is there still: then it stays.
        transaction.run("INSERT INTO folder(uuid, owner_id, path, place, is_copied, created_at) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (owner_id, path) DO UPDATE SET "
                        "is_copied = excluded.is_copied, is_being_removed = 0, is_watched = 1",
                        newUuid(), owner.userId, *absolute, place, placement == Importer::Placement::Copy, wallMs());
        Statement statement = transaction.prepare("SELECT uuid FROM folder WHERE owner_id = ?1 AND path = ?2");
        statement.bindAll(owner.userId, *absolute);
        statement.step();
        const auto folder = folderRow(transaction.db(), statement.uuid(0));
        // Whoever adds a folder wants its photos, whatever was done with them before.
        transaction.run("DELETE FROM folder_left_out WHERE folder_id = ?1", folder->id);
        transaction.run("UPDATE file_reference SET folder_id = NULL WHERE folder_id = ?1 AND EXISTS (SELECT 1 FROM "
                        "asset a WHERE a.id = asset_id AND a.trashed_at IS NOT NULL)",
                        folder->id);
        tellFolder(transaction, m_services.changes, *folder);
        if (auto queued = enqueueFolder(transaction, m_services.jobs, *folder); !queued) {
            return failed(queued);
        }
        return *folder;
    });
}

Result<std::vector<Folder>> Folders::list(qint64 ownerId) const
{
    return m_services.database.read([&](Connection &db) -> Result<std::vector<Folder>> {
        std::vector<Folder> folders = folderRows(db, ownerId);
        std::erase_if(folders, [](const Folder &folder) { return folder.isBeingRemoved; });
        return folders;
    });
}

Result<FolderCounts> Folders::counts(const Folder &folder) const
{
    return m_services.database.read([&](Connection &db) -> Result<FolderCounts> {
        Statement statement =
            db.prepare("SELECT count(*), count(missing_since), (SELECT count(*) FROM "
                       "folder_left_out WHERE folder_id = ?1 AND error IS NOT NULL) "
                       "FROM file_reference r JOIN asset a ON a.id = r.asset_id WHERE r.folder_id = ?1 "
                       "AND a.trashed_at IS NULL");
        statement.bindAll(folder.id);
        statement.step();
        return FolderCounts{statement.int64(0), statement.int64(1), statement.int64(2)};
    });
}

Result<std::vector<RefusedFile>> Folders::refused(const Folder &folder, int limit) const
{
    return m_services.database.read([&](Connection &db) -> Result<std::vector<RefusedFile>> {
        std::vector<RefusedFile> files;
        Statement statement = db.prepare("SELECT path, error FROM folder_left_out WHERE folder_id = ?1 AND "
                                         "error IS NOT NULL ORDER BY path LIMIT ?2");
        statement.bindAll(folder.id, limit);
        while (statement.step()) {
            files.push_back({statement.text(0), errorFromJsonText(statement.text(1))});
        }
        return files;
    });
}

Result<Folder> Folders::find(qint64 ownerId, const QUuid &uuid) const
{
    return m_services.database.read([&](Connection &db) -> Result<Folder> {
        auto folder = folderRow(db, uuid);
        if (!folder || folder->ownerId != ownerId || folder->isBeingRemoved) {
            return notFound(uuid);
        }
        return *folder;
    });
}

Result<void> Folders::setWatched(qint64 ownerId, const QUuid &uuid, bool isWatched)
{
    const auto folder = find(ownerId, uuid);
    if (!folder) {
        return failed(folder);
    }
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE folder SET is_watched = ?2 WHERE id = ?1", folder->id, isWatched);
        tellFolder(transaction, m_services.changes, *folder);
        return {};
    });
}

Result<void> Folders::remove(qint64 ownerId, const QUuid &uuid, Photos photos)
{
    const auto folder = find(ownerId, uuid);
    if (!folder) {
        return failed(folder);
    }
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        tellFolder(transaction, m_services.changes, *folder);
        if (photos == Photos::Keep) {
            dropFolder(transaction, *folder);
            return {};
        }
        transaction.run("UPDATE folder SET is_being_removed = 1 WHERE id = ?1", folder->id);
        const auto queued = enqueueFolder(transaction, m_services.jobs, *folder);
        return queued ? Result<void>{} : failed(queued);
    });
}

Result<void> Folders::relocate(qint64 ownerId, const QUuid &uuid, const QString &path)
{
    const auto folder = find(ownerId, uuid);
    if (!folder) {
        return failed(folder);
    }
    const auto absolute = usable(ownerId, path, uuid);
    if (!absolute) {
        return failed(absolute);
    }
    const auto holds = holdsPhotosOf(m_services.database, *folder, *absolute);
    if (!holds || !*holds) {
        return holds ? fail(ErrorCode::FolderOther, {{u"path"_s, folder->path}, {u"other"_s, *absolute}})
                     : failed(holds);
    }
    const QString place = placeBelow(mountedRoots(), *absolute);
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        moveFolder(transaction, m_services.changes, *folder, *absolute, place);
        const auto queued = enqueueFolder(transaction, m_services.jobs, *folder);
        return queued ? Result<void>{} : failed(queued);
    });
}

template <typename Change>
Result<void> Folders::eachPhoto(const std::vector<QUuid> &photos, Change change)
{
    Trash trash(m_services);
    for (size_t first = 0; first < photos.size(); first += photosPerWrite) {
        const size_t last = std::min(photos.size(), first + photosPerWrite);
        auto written = m_services.database.write([&](Transaction &transaction) -> Result<void> {
            for (size_t i = first; i < last; ++i) {
                // One that somebody else has moved meanwhile is where it should be.
                if (auto done = change(transaction, trash, photos[i]);
                    !done && done.error().code != ErrorCode::NotFound) {
                    return done;
                }
            }
            return {};
        });
        if (!written) {
            return written;
        }
    }
    return {};
}

Result<std::vector<QUuid>> Folders::forgetMissing(qint64 ownerId, const QUuid &uuid)
{
    const auto folder = find(ownerId, uuid);
    if (!folder) {
        return failed(folder);
    }
    auto photos = m_services.database.read([&](Connection &db) -> Result<std::vector<QUuid>> {
        std::vector<QUuid> missing;
        Statement statement =
            db.prepare("SELECT DISTINCT a.uuid FROM file_reference r JOIN asset a ON a.id = r.asset_id JOIN blob b ON "
                       "b.id = a.blob_id WHERE r.folder_id = ?1 AND r.missing_since IS NOT NULL AND b.stored = 0 AND "
                       "a.trashed_at IS NULL AND a.is_hidden = 0 AND NOT EXISTS (SELECT 1 FROM file_reference o WHERE "
                       "o.asset_id = a.id AND o.missing_since IS NULL)");
        statement.bindAll(folder->id);
        while (statement.step()) {
            missing.push_back(statement.uuid(0));
        }
        return missing;
    });
    if (!photos) {
        return photos;
    }
    const auto moved = eachPhoto(*photos, [&](Transaction &transaction, Trash &trash, const QUuid &photo) {
        return trash.moveToTrash(transaction, ownerId, photo);
    });
    return moved ? photos : failed(moved);
}

Result<void> Folders::recall(qint64 ownerId, const std::vector<QUuid> &photos)
{
    return eachPhoto(photos, [&](Transaction &transaction, Trash &trash, const QUuid &photo) {
        return trash.restore(transaction, ownerId, photo);
    });
}

Result<void> Folders::scanLater(qint64 ownerId, const QUuid &uuid)
{
    const auto folder = find(ownerId, uuid);
    if (!folder) {
        return failed(folder);
    }
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        const auto queued = enqueueFolder(transaction, m_services.jobs, *folder);
        return queued ? Result<void>{} : failed(queued);
    });
}

} // namespace kinframe::library
