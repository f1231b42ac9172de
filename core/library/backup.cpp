// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backup.h"

#include "base/files.h"
#include "base/log.h"
#include "library/sidecar_files.h"
#include "library/snapshot.h"

#include <QDateTime>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::BlobStore;

// So many are named in the sentence; the list has them all.
constexpr int mostNamed = 5;

/// Whether the file here is at fault, so that the others can still be backed up, and not the disk that they go to.
bool isOfTheFile(const Error &error, const QString &path)
{
    if (error.fact(u"path"_s) != path) {
        return false;
    }
    switch (error.code) {
    case ErrorCode::FileDamaged:
    case ErrorCode::FileEmpty:
    case ErrorCode::FileNotFound:
    case ErrorCode::FileVanished:
    case ErrorCode::FileChanged:
    case ErrorCode::FileTruncated:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileIsDirectory:
    case ErrorCode::DiskFailed:
        return true;
    default:
        return false;
    }
}

/// Throws SqlError.
LostFile lostFile(storage::Connection &db, const QByteArray &sha256)
{
    LostFile file{sha256, {}};
    storage::Statement names = db.prepare("SELECT DISTINCT a.file_name FROM asset a JOIN blob b ON b.id = a.blob_id "
                                          "WHERE b.sha256 = ?1 ORDER BY a.file_name");
    names.bindAll(sha256);
    while (names.step()) {
        file.names << names.text(0);
    }
    return file;
}

/// Throws SqlError.
qint64 countInPlace(storage::Connection &db)
{
    storage::Statement count =
        db.prepare("SELECT count(*) FROM asset a JOIN blob b ON b.id = a.blob_id WHERE b.stored = 0");
    count.step();
    return count.int64(0);
}

/// Copies what the backup does not have yet. What it has is never written again, least of all with what has been
/// damaged here since.
Result<void> backUp(const BlobStore &from, BlobStore &to, const QByteArray &sha256, BackupReport &report,
                    Snapshot &snapshot)
{
    if (to.has(sha256)) {
        ++report.blobs;
        return {};
    }
    const QString path = from.pathOf(sha256);
    const auto added = to.addCopyOf(path, sha256);
    if (added) {
        ++report.blobs;
        ++report.copied;
        return {};
    }
    if (!isOfTheFile(added.error(), path)) {
        return failed(added);
    }
    qCWarning(logLibrary).noquote() << "not backed up:" << added.error().forLog();
    snapshot.leftOut.insert(sha256);
    return {};
}

/// What can be told about the library as the snapshot has it.
Result<void> describe(const Snapshot &snapshot, const std::vector<QByteArray> &blobs, BackupReport &report)
{
    auto connection = storage::Connection::open(snapshot.database(), storage::Connection::Mode::ReadOnly);
    if (!connection) {
        return failed(connection);
    }
    try {
        report.inPlace = countInPlace(**connection);
        for (const QByteArray &sha256 : blobs) {
            if (snapshot.leftOut.contains(sha256)) {
                report.lost.push_back(lostFile(**connection, sha256));
            }
        }
    } catch (const storage::SqlError &error) {
        return Failure(error.toError());
    }
    return {};
}

} // namespace

std::optional<Error> BackupReport::problem() const
{
    if (isWhole()) {
        return std::nullopt;
    }
    QStringList names;
    for (const LostFile &file : lost) {
        if (names.size() == mostNamed) {
            names << u"…"_s;
            break;
        }
        names << (file.names.isEmpty() ? QString::fromLatin1(file.sha256.toHex()) : file.names.first());
    }
    return Error{ErrorCode::BackupIncomplete, {{u"files"_s, names.join(u", "_s)}}, {}};
}

Result<BackupReport> backupLibrary(storage::Database &database, BlobStore &blobs, const QString &target,
                                   const Progress &progress, const std::stop_token &stop)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    Snapshot snapshot{target + u"/snapshots/"_s + time, {}};
    auto store = BlobStore::open(target + u"/blobs"_s, target + u"/tmp"_s);
    if (!store) {
        return failed(store);
    }
    if (auto made = makeFolder(snapshot.path); !made) {
        return failed(made);
    }
    // The database first: every blob that it names is in the store by then, and stays there until it is copied.
    const auto kept = blobs.keepAll();
    if (auto copied = database.copyTo(snapshot.database()); !copied) {
        return failed(copied);
    }
    auto all = storedBlobsOf(snapshot.database());
    if (!all) {
        return failed(all);
    }
    BackupReport report;
    report.snapshot = snapshot.path;
    qint64 done = 0;
    for (const QByteArray &sha256 : *all) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        if (auto backedUp = backUp(blobs, **store, sha256, report, snapshot); !backedUp) {
            return failed(backedUp);
        }
        progress(++done, qint64(all->size()));
    }
    // The words about these are in the database too; for other programs they lie beside the files here as there.
    if (auto copied = copyKeptSidecars(keptSidecarFolder(blobs), keptSidecarFolder(**store), stop); !copied) {
        return failed(copied);
    }
    if (auto described = describe(snapshot, *all, report); !described) {
        return failed(described);
    }
    if (auto written = writeManifest(snapshot, report.blobs); !written) {
        return failed(written);
    }
    return report;
}

} // namespace kinframe::library
