// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"

#include "library/search_text.h"
#include "library/thumbnail_files.h"
#include "library/unused_blobs.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

QString hex(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex());
}

/// The SHA-256 of stored blobs after `after` in row order, a page at a time, so that no read lasts long.
struct StoredBlob
{
    qint64 id;
    QByteArray sha256;
};

Result<std::vector<StoredBlob>> storedBlobsAfter(storage::Database &database, qint64 after)
{
    return database.read([after](Connection &db) -> Result<std::vector<StoredBlob>> {
        std::vector<StoredBlob> page;
        Statement statement =
            db.prepare("SELECT id, sha256 FROM blob WHERE stored = 1 AND id > ?1 ORDER BY id LIMIT 1000");
        statement.bindAll(after);
        while (statement.step()) {
            page.push_back({statement.int64(0), statement.blob(1)});
        }
        return page;
    });
}

Result<qint64> countStored(storage::Database &database)
{
    return database.read([](Connection &db) -> Result<qint64> {
        Statement statement = db.prepare("SELECT count(*) FROM blob WHERE stored = 1");
        statement.step();
        return statement.int64(0);
    });
}

/// Calls `visit` for every stored blob until it says false.
Result<void> forEachStored(storage::Database &database, const std::function<bool(const QByteArray &)> &visit)
{
    qint64 after = 0;
    for (;;) {
        auto page = storedBlobsAfter(database, after);
        if (!page) {
            return failed(page);
        }
        if (page->empty()) {
            return {};
        }
        for (const StoredBlob &blob : *page) {
            if (!visit(blob.sha256)) {
                return fail(ErrorCode::Canceled);
            }
        }
        after = page->back().id;
    }
}

Result<bool> isKnown(storage::Database &database, const QByteArray &sha256)
{
    return database.read([&](Connection &db) -> Result<bool> {
        Statement statement = db.prepare("SELECT 1 FROM blob WHERE sha256 = ?1 AND stored = 1");
        statement.bindAll(sha256);
        return statement.step();
    });
}

bool isStillKnown(storage::Database &database, const QByteArray &sha256)
{
    const auto known = isKnown(database, sha256);
    return !known || *known;
}

/// A database that a restore has set aside still names its files; as long as it is kept, so are they.
bool isFormerDatabaseKept(const storage::Database &database)
{
    const QFileInfo file(database.path());
    return !file.dir().entryList({file.fileName() + u"-before-restore-*"_s}, QDir::Files).isEmpty();
}

/// On the writer thread, where nobody can record the blob between the look and the removal.
Result<bool> removeIfUnknown(storage::Database &database, storage::BlobStore &blobs, const QByteArray &sha256)
{
    return database.write([&](Transaction &transaction) -> Result<bool> {
        Statement statement = transaction.prepare("SELECT 1 FROM blob WHERE sha256 = ?1 AND stored = 1");
        statement.bindAll(sha256);
        if (statement.step()) {
            return false;
        }
        if (auto removed = blobs.remove(sha256); !removed) {
            return failed(removed);
        }
        return true;
    });
}

} // namespace

Result<CheckReport> checkLibrary(storage::Database &database, const storage::BlobStore &blobs, const Progress &progress,
                                 const std::stop_token &stop)
{
    CheckReport report;
    auto problems = database.problems();
    if (!problems) {
        return failed(problems);
    }
    const auto unsearchable = searchProblems(database, stop);
    if (!unsearchable) {
        return failed(unsearchable);
    }
    report.databaseProblems = *problems + *unsearchable;
    const auto total = countStored(database);
    if (!total) {
        return failed(total);
    }
    auto checked = forEachStored(database, [&](const QByteArray &sha256) {
        // A blob may be deleted between the look at its row and the look at its file.
        if (auto verified = blobs.verify(sha256); !verified && isStillKnown(database, sha256)) {
            auto &list = verified.error().code == ErrorCode::FileNotFound ? report.missing : report.damaged;
            list << hex(sha256);
        }
        progress(++report.blobsChecked, *total);
        return !stop.stop_requested();
    });
    if (!checked) {
        return failed(checked);
    }
    blobs.forEach([&](const QByteArray &sha256) {
        if (const auto known = isKnown(database, sha256); known && !*known) {
            report.unknown << hex(sha256);
        }
        return !stop.stop_requested();
    });
    return report;
}

Result<SweepReport> sweepOrphans(storage::Database &database, storage::BlobStore &blobs, qint64 startedMs,
                                 const std::stop_token &stop)
{
    SweepReport report;
    std::optional<Error> failure;
    const bool removes = !isFormerDatabaseKept(database);
    blobs.forEach([&](const QByteArray &sha256) {
        if (!removes) {
            return false;
        }
        const auto known = isKnown(database, sha256);
        if (!known) {
            failure = known.error();
            return false;
        }
        const qint64 changed = QFileInfo(blobs.pathOf(sha256)).lastModified().toMSecsSinceEpoch();
        if (!*known && changed < startedMs) {
            const auto removed = removeIfUnknown(database, blobs, sha256);
            report.removed += removed && *removed ? 1 : 0;
        }
        return !stop.stop_requested();
    });
    if (failure) {
        return Failure(*failure);
    }
    auto looked = forEachStored(database, [&](const QByteArray &sha256) {
        if (!blobs.has(sha256) && isStillKnown(database, sha256)) {
            report.missing << hex(sha256);
        }
        return !stop.stop_requested();
    });
    if (!looked) {
        return failed(looked);
    }
    return report;
}

Result<qint64> sweepThumbnails(storage::Database &database, const QString &folder, qint64 startedMs,
                               const std::stop_token &stop)
{
    qint64 removed = 0;
    std::optional<Error> failure;
    forEachThumbnail(folder, [&](const QString &path, const QByteArray &sha256) {
        const QFileInfo file(path);
        if (file.lastModified().toMSecsSinceEpoch() >= startedMs) {
            return !stop.stop_requested();
        }
        Result<bool> isNeeded = false;
        if (file.suffix().isEmpty()) { // Else it is half-written.
            isNeeded = database.read([&](Connection &db) -> Result<bool> { return isRecorded(db, sha256); });
        }
        if (!isNeeded) {
            failure = isNeeded.error();
            return false;
        }
        // Where the bytes are recorded anew just now, their thumbnails are made anew when somebody asks for them.
        removed += !*isNeeded && QFile::remove(path) ? 1 : 0;
        return !stop.stop_requested();
    });
    return failure ? Result<qint64>(Failure(*failure)) : removed;
}

} // namespace kinframe::library
