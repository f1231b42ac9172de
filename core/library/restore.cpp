// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/files.h"
#include "library/backup.h"
#include "library/sidecar_files.h"
#include "library/snapshot.h"
#include "storage/migrations.h"

#include <QFile>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::BlobStore;

Result<void> copyFile(const QString &from, const QString &to)
{
    QFile target(to + u".part"_s);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, to}}, target.errorString());
    }
    auto copied = readWhole(from, [&](QByteArrayView bytes) { return writeAll(target, bytes); });
    if (copied) {
        copied = syncFile(target);
    }
    target.close();
    if (!copied) {
        target.remove();
        return copied;
    }
    QFile::setPermissions(target.fileName(), QFile::permissions(from));
    return renameDurably(target.fileName(), to);
}

/// A file that is damaged here may be the very reason for the restore.
Result<void> restoreBlob(const BlobStore &from, BlobStore &to, const QByteArray &sha256)
{
    if (to.has(sha256)) {
        if (to.verify(sha256)) {
            return {};
        }
        if (auto removed = to.remove(sha256); !removed) {
            return removed;
        }
    }
    auto added = to.addCopyOf(from.pathOf(sha256), sha256);
    return added ? Result<void>{} : failed(added);
}

/// What a newer program has written would be refused only after the present database was set aside.
Result<void> checkVersion(const QString &databaseFile)
{
    auto connection = storage::Connection::open(databaseFile, storage::Connection::Mode::ReadOnly);
    if (!connection) {
        return failed(connection);
    }
    try {
        storage::Statement statement = (*connection)->prepare("PRAGMA user_version");
        const int newest = storage::builtInMigrations().back().version;
        if (statement.step() && statement.integer(0) > newest) {
            return fail(ErrorCode::DatabaseNewer, {{u"path"_s, databaseFile},
                                                   {u"version"_s, QString::number(statement.integer(0))},
                                                   {u"expected"_s, QString::number(newest)}});
        }
    } catch (const storage::SqlError &error) {
        return Failure(error.toError());
    }
    return {};
}

/// The last stamp that the present database has given; 0 where there is none that can be read.
qint64 lastStampOf(const QString &databaseFile)
{
    if (!QFile::exists(databaseFile)) {
        return 0;
    }
    try {
        // One that may only read would leave the files of its journal behind.
        auto connection = storage::Connection::open(databaseFile, storage::Connection::Mode::ReadWrite);
        if (connection) {
            storage::Statement statement = (*connection)->prepare("SELECT value FROM meta WHERE key = 'last_stamp'");
            return statement.step() ? statement.int64(0) : 0;
        }
    } catch (const storage::SqlError &) {
        // A damaged one may be the very reason for the restore.
    }
    return 0;
}

/// A new epoch tells clients to begin anew: what they have seen may not be there any more. Stamps go on behind all that
/// were given, so that those who do not know of epochs are told too: theirs lie before `restored_at`.
Result<void> beginEpoch(const QString &databaseFile, qint64 formerStamp)
{
    auto connection = storage::Connection::open(databaseFile, storage::Connection::Mode::ReadWrite);
    if (!connection) {
        return failed(connection);
    }
    try {
        (*connection)->runScript("PRAGMA journal_mode = DELETE");
        (*connection)->run("UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'epoch'");
        (*connection)
            ->run("UPDATE meta SET value = max(value + 1, ?1, ?2) WHERE key = 'last_stamp'", wallMs(), formerStamp + 1);
        (*connection)
            ->run("INSERT INTO meta(key, value) SELECT 'restored_at', value FROM meta WHERE key = 'last_stamp' "
                  "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    } catch (const storage::SqlError &error) {
        return Failure(error.toError());
    }
    return {};
}

Result<void> setAside(const LibraryFolder &folder)
{
    const QString suffix = u"-before-restore-%1"_s.arg(wallMs());
    for (const QString &part : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString path = folder.database() + part;
        if (QFile::exists(path)) {
            if (auto renamed = renameDurably(path, folder.database() + suffix + part); !renamed) {
                return renamed;
            }
        }
    }
    return {};
}

} // namespace

Result<void> restoreLibrary(const QString &source, const LibraryFolder &folder, const Progress &progress,
                            const std::stop_token &stop)
{
    auto snapshot = newestSnapshot(source);
    if (!snapshot) {
        return failed(snapshot);
    }
    auto from = BlobStore::open(source + u"/blobs"_s, source + u"/tmp"_s);
    auto to = BlobStore::open(folder.blobs(), folder.temporary());
    if (!from || !to) {
        return !from ? failed(from) : failed(to);
    }
    const QString restored = folder.temporary() + u"/restored.db"_s;
    QFile::remove(restored);
    if (auto copied = copyFile(snapshot->database(), restored); !copied) {
        return copied;
    }
    if (auto readable = checkVersion(restored); !readable) {
        return readable;
    }
    auto all = storedBlobsOf(restored);
    if (!all) {
        return failed(all);
    }
    qint64 done = 0;
    for (const QByteArray &sha256 : *all) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const bool isThere = (*from)->has(sha256);
        // What was lost when the backup was made is lost; a later one into the same folder may still have it.
        if (!isThere && !snapshot->leftOut.contains(sha256)) {
            return invalidBackup(source, u"the file %1 is missing in it"_s.arg(QString::fromLatin1(sha256.toHex())));
        }
        if (auto there = isThere ? restoreBlob(**from, **to, sha256) : Result<void>{}; !there) {
            return there;
        }
        progress(++done, qint64(all->size()));
    }
    if (auto copied = copyKeptSidecars(keptSidecarFolder(**from), keptSidecarFolder(**to), stop); !copied) {
        return copied;
    }
    if (auto begun = beginEpoch(restored, lastStampOf(folder.database())); !begun) {
        return begun;
    }
    if (auto aside = setAside(folder); !aside) {
        return aside;
    }
    return renameDurably(restored, folder.database());
}

} // namespace kinframe::library
