// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backup.h"

#include "base/clock.h"
#include "base/files.h"
#include "storage/migrations.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::BlobStore;

constexpr qint64 largestManifest = 64 * 1024;
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

Result<void> copyBlob(const BlobStore &from, BlobStore &to, const QByteArray &sha256)
{
    auto added = to.addCopyOf(from.pathOf(sha256));
    if (!added) {
        return failed(added);
    }
    if (added->sha256 != sha256) {
        (void)to.remove(added->sha256);
        return fail(ErrorCode::FileDamaged,
                    {{u"path"_s, from.pathOf(sha256)}, {u"reason"_s, u"its bytes have changed"_s}});
    }
    return {};
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
    return copyBlob(from, to, sha256);
}

/// The SHA-256 of all blobs that a database file says are stored.
Result<std::vector<QByteArray>> storedBlobs(storage::Connection &db)
{
    std::vector<QByteArray> all;
    try {
        storage::Statement statement = db.prepare("SELECT sha256 FROM blob WHERE stored = 1 ORDER BY id");
        while (statement.step()) {
            all.push_back(statement.blob(0));
        }
    } catch (const storage::SqlError &error) {
        return Failure(error.toError());
    }
    return all;
}

Result<std::vector<QByteArray>> storedBlobsOf(const QString &databaseFile)
{
    auto connection = storage::Connection::open(databaseFile, storage::Connection::Mode::ReadOnly);
    if (!connection) {
        return failed(connection);
    }
    return storedBlobs(**connection);
}

Result<void> writeManifest(const QString &snapshot, qint64 blobs)
{
    auto digests = digestsOfFile(snapshot + u"/kinframe.db"_s);
    if (!digests) {
        return failed(digests);
    }
    const QJsonObject manifest{{u"kinframe"_s, QStringLiteral(KINFRAME_VERSION)},
                               {u"createdAt"_s, toIso(wallMs())},
                               {u"databaseSha256"_s, QString::fromLatin1(digests->sha256.toHex())},
                               {u"blobs"_s, double(blobs)}};
    return replaceFile(snapshot + u"/manifest.json"_s, QJsonDocument(manifest).toJson());
}

Failure invalid(const QString &path, const QString &reason)
{
    return fail(ErrorCode::BackupInvalid, {{u"path"_s, path}, {u"reason"_s, reason}});
}

Result<QString> newestSnapshot(const QString &source)
{
    const QDir snapshots(source + u"/snapshots"_s);
    const QStringList names = snapshots.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        const QString path = snapshots.filePath(name);
        auto bytes = readSmallFile(path + u"/manifest.json"_s, largestManifest);
        if (!bytes) {
            continue; // Interrupted before its manifest was written.
        }
        auto digests = digestsOfFile(path + u"/kinframe.db"_s);
        if (!digests) {
            return failed(digests);
        }
        const QString expected = QJsonDocument::fromJson(*bytes).object().value("databaseSha256"_L1).toString();
        if (QString::fromLatin1(digests->sha256.toHex()) != expected) {
            return invalid(path, u"its database is damaged"_s);
        }
        return path;
    }
    return invalid(source, u"it holds no finished snapshot"_s);
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

/// A new epoch tells clients that stamps they have seen may come again.
Result<void> beginEpoch(const QString &databaseFile)
{
    auto connection = storage::Connection::open(databaseFile, storage::Connection::Mode::ReadWrite);
    if (!connection) {
        return failed(connection);
    }
    try {
        (*connection)->runScript("PRAGMA journal_mode = DELETE");
        (*connection)->run("UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'epoch'");
        (*connection)->run("UPDATE meta SET value = max(value, ?1) WHERE key = 'last_stamp'", wallMs());
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

Result<BackupReport> backupLibrary(storage::Database &database, BlobStore &blobs, const QString &target,
                                   const Progress &progress, const std::stop_token &stop)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    BackupReport report{target + u"/snapshots/"_s + time, 0, 0, 0};
    auto store = BlobStore::open(target + u"/blobs"_s, target + u"/tmp"_s);
    if (!store) {
        return failed(store);
    }
    if (auto made = makeFolder(report.snapshot); !made) {
        return failed(made);
    }
    // The database first: every blob that it names is in the store by then, and stays there until it is copied.
    const auto kept = blobs.keepAll();
    if (auto copied = database.copyTo(report.snapshot + u"/kinframe.db"_s); !copied) {
        return failed(copied);
    }
    auto all = storedBlobsOf(report.snapshot + u"/kinframe.db"_s);
    if (!all) {
        return failed(all);
    }
    for (const QByteArray &sha256 : *all) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        if (!(*store)->has(sha256)) {
            if (auto copied = copyBlob(blobs, **store, sha256); !copied) {
                return failed(copied);
            }
            ++report.copied;
        }
        progress(++report.blobs, qint64(all->size()));
    }
    if (auto written = writeManifest(report.snapshot, report.blobs); !written) {
        return failed(written);
    }
    return report;
}

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
    if (auto copied = copyFile(*snapshot + u"/kinframe.db"_s, restored); !copied) {
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
        if (!(*from)->has(sha256)) {
            return invalid(source, u"the file %1 is missing in it"_s.arg(QString::fromLatin1(sha256.toHex())));
        }
        if (auto there = restoreBlob(**from, **to, sha256); !there) {
            return there;
        }
        progress(++done, qint64(all->size()));
    }
    if (auto begun = beginEpoch(restored); !begun) {
        return begun;
    }
    if (auto aside = setAside(folder); !aside) {
        return aside;
    }
    return renameDurably(restored, folder.database());
}

} // namespace kinframe::library
