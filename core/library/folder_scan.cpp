// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folder_scan.h"

#include "base/clock.h"
#include "base/error_json.h"
#include "base/log.h"
#include "jobs/job_queue.h"
#include "library/change_feed.h"
#include "library/changed_file.h"
#include "library/file_list.h"
#include "library/folder_intake.h"
#include "library/folder_job.h"
#include "library/folders.h"
#include "library/originals.h"
#include "library/read_sidecar.h"
#include "library/sidecar_files.h"
#include "library/writeback.h"
#include "storage/database.h"

#include <QDateTime>
#include <QFileInfo>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr int rowsPerRead = 2000;
// Each tells of itself, and others want to write too.
constexpr size_t filesPerWrite = 200;
// What was written to that short ago may be written to still.
constexpr qint64 settlingMs = 2500;

/// Whether another look at the same bytes would end the same.
bool isLasting(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileNotMedia:
    case ErrorCode::FileEmpty:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileTruncated:
    case ErrorCode::ImageTooLarge:
        return true;
    default:
        return false;
    }
}

} // namespace

FolderScan::FolderScan(const Services &services, Folder folder, QStringList roots)
    : m_services(services)
    , m_folder(std::move(folder))
    , m_roots(std::move(roots))
    , m_startedAt(wallMs())
{
}

Result<jobs::Effect> FolderScan::run(jobs::JobContext &context)
{
    const std::stop_token &stop = context.stopToken();
    const auto here = arrive();
    if (!here) {
        return failed(here);
    }
    if (!*here) {
        const auto left = leave(stop);
        return left ? Result<jobs::Effect>(jobs::Effect()) : failed(left);
    }
    auto done = lookAtKnownFiles(stop);
    if (done) {
        done = readLeftOut();
    }
    // New files before missing ones: one that was moved keeps its photo so.
    if (done) {
        done = takeNewFiles(context);
    }
    if (done) {
        done = noteReturned(stop);
    }
    // Pulled away while we looked: then the files are not gone, their folder is.
    const bool isStillHere = isThere(m_folder, !m_known.isEmpty());
    if (done) {
        done = isStillHere ? noteMissing(stop) : leave(stop);
    }
    if (!done) {
        return failed(done);
    }
    return isStillHere ? end() : jobs::Effect();
}

jobs::Effect FolderScan::end() const
{
    // Somebody may write for hours; a large folder must not be looked through all that time.
    const qint64 delay = std::max(settlingMs, 10 * (wallMs() - m_startedAt));
    return jobs::Effect([services = m_services, folder = m_folder, isUnsettled = m_isUnsettled,
                         place = placeBelow(m_roots, m_folder.path), delay](Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE folder SET scanned_at = ?2, missing_since = NULL, place = ?3 WHERE id = ?1", folder.id,
                        wallMs(), place);
        tellFolder(transaction, services.changes, folder);
        if (!isUnsettled) {
            return {};
        }
        const auto queued = enqueueFolder(transaction, services.jobs, folder, wallMs() + delay);
        return queued ? Result<void>{} : failed(queued);
    });
}

Result<bool> FolderScan::arrive()
{
    const auto hadFiles = m_services.database.read([&](Connection &db) -> Result<bool> {
        Statement statement = db.prepare("SELECT 1 FROM file_reference WHERE folder_id = ?1 LIMIT 1");
        statement.bindAll(m_folder.id);
        return statement.step();
    });
    if (!hadFiles) {
        return failed(hadFiles);
    }
    if (isThere(m_folder, *hadFiles)) {
        return true;
    }
    const auto found = findOnVolumes(m_services.database, m_folder, m_roots);
    if (!found || found->isEmpty()) {
        return found ? Result<bool>(false) : failed(found);
    }
    qCInfo(logLibrary).noquote() << "folder found again:" << m_folder.path << "->" << *found;
    const QString place = placeBelow(m_roots, *found);
    auto moved = m_services.database.write([&](Transaction &transaction) -> Result<bool> {
        moveFolder(transaction, m_services.changes, m_folder, *found, place);
        return true;
    });
    m_folder.path = *found;
    m_folder.place = place;
    return moved;
}

template <typename Change>
Result<void> FolderScan::inBatches(const std::vector<Known> &files, const std::stop_token &stop, Change change)
{
    for (size_t first = 0; first < files.size(); first += filesPerWrite) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const size_t last = std::min(files.size(), first + filesPerWrite);
        auto written = m_services.database.write([&](Transaction &transaction) -> Result<void> {
            for (size_t i = first; i < last; ++i) {
                change(transaction, files[i]);
            }
            return {};
        });
        if (!written) {
            return written;
        }
    }
    return {};
}

Result<void> FolderScan::leave(const std::stop_token &stop)
{
    auto marked = m_services.database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE folder SET missing_since = coalesce(missing_since, ?2) WHERE id = ?1", m_folder.id,
                        wallMs());
        tellFolder(transaction, m_services.changes, m_folder);
        return {};
    });
    auto files = m_services.database.read([&](Connection &db) -> Result<std::vector<Known>> {
        std::vector<Known> all;
        Statement statement = db.prepare("SELECT id, asset_id FROM file_reference WHERE folder_id = ?1 AND "
                                         "missing_since IS NULL");
        statement.bindAll(m_folder.id);
        while (statement.step()) {
            all.push_back({statement.int64(0), statement.int64(1), {}});
        }
        return all;
    });
    if (!marked || !files) {
        return !marked ? marked : failed(files);
    }
    // All of them, also those kept elsewhere: they are not gone, and come back with the folder.
    return inBatches(*files, stop, [this](Transaction &transaction, const Known &file) {
        transaction.run("UPDATE file_reference SET missing_since = ?2 WHERE id = ?1", file.id, m_startedAt);
        m_services.changes.touch(transaction, file.assetId);
    });
}

Result<void> FolderScan::lookAtKnownFiles(const std::stop_token &stop)
{
    struct Row
    {
        Known known;
        qint64 size;
        qint64 modifiedNs;
        bool isMissing;
    };
    for (qint64 after = 0;;) {
        auto rows = m_services.database.read([&](Connection &db) -> Result<std::vector<Row>> {
            std::vector<Row> page;
            Statement statement = db.prepare("SELECT id, asset_id, path, size, modified_ns, missing_since IS NOT NULL "
                                             "FROM file_reference WHERE folder_id = ?1 AND id > ?2 ORDER BY id "
                                             "LIMIT ?3");
            statement.bindAll(m_folder.id, after, rowsPerRead);
            while (statement.step()) {
                page.push_back({{statement.int64(0), statement.int64(1), statement.text(2)},
                                statement.int64(3),
                                statement.int64(4),
                                statement.boolean(5)});
            }
            return page;
        });
        if (!rows || rows->empty()) {
            return rows ? Result<void>{} : failed(rows);
        }
        for (Row &row : *rows) {
            const QFileInfo info(row.known.path);
            if (stop.stop_requested()) {
                return fail(ErrorCode::Canceled);
            }
            after = row.known.id;
            if (!info.isFile()) {
                if (!row.isMissing) {
                    m_missing.push_back(std::move(row.known));
                }
            } else if (info.size() == row.size && modifiedNs(row.known.path) == row.modifiedNs) {
                m_known.insert(row.known.path);
                if (row.isMissing) {
                    m_returned.push_back(std::move(row.known));
                }
            }
        }
    }
}

Result<void> FolderScan::readLeftOut()
{
    return m_services.database.read([&](Connection &db) -> Result<void> {
        Statement statement =
            db.prepare("SELECT path, size, modified_ns, error FROM folder_left_out WHERE folder_id = ?1");
        statement.bindAll(m_folder.id);
        while (statement.step()) {
            if (statement.isNull(3) || isLasting(errorFromJsonText(statement.text(3)))) {
                m_leftOut.insert(statement.text(0), {statement.int64(1), statement.int64(2)});
            }
        }
        return {};
    });
}

bool FolderScan::isNew(const QString &path)
{
    if (m_known.contains(path)) {
        return false;
    }
    const QFileInfo info(path);
    const auto left = m_leftOut.constFind(path);
    if (left != m_leftOut.constEnd() && left->size == info.size() && left->modifiedNs == modifiedNs(path)) {
        return false;
    }
    const qint64 age = m_startedAt - info.lastModified().toMSecsSinceEpoch();
    if (age >= 0 && age < settlingMs && m_folder.scannedAt) {
        m_isUnsettled = true;
        return false;
    }
    return true;
}

Result<void> FolderScan::takeNewFiles(jobs::JobContext &context)
{
    const auto owner =
        m_services.database.read([&](Connection &db) -> Result<Owner> { return findOwner(db, m_folder.ownerId); });
    if (!owner) {
        return failed(owner);
    }
    FolderIntake intake(m_services, m_folder, *owner, context.stopToken());
    qint64 found = 0;
    auto walked = walkFiles(
        {m_folder.path},
        [&](const QString &path) {
            if (!isNew(path)) {
                return !context.shouldStop();
            }
            // How many there will be is not known before the end.
            context.progress(intake.taken(), -1);
            ++found;
            return intake.take(path);
        },
        [](const QString &path, const Error &error) {
            qCInfo(logLibrary).noquote() << "left out:" << path << error.forLog();
        },
        context.stopToken(), [this](const QString &path) { lookAtSidecar(path); });
    if (auto taken = intake.finish(); !taken) {
        return taken;
    }
    return walked ? readChangedSidecars(context.stopToken()) : walked;
}

void FolderScan::lookAtSidecar(const QString &path)
{
    // Those of new photos are read with them. A copy may keep its old time; when it came here it does not.
    const QFileInfo info(path);
    const QDateTime written = std::max(info.lastModified(), info.metadataChangeTime());
    if (m_folder.scannedAt && !m_folder.isCopied && written.toMSecsSinceEpoch() >= *m_folder.scannedAt - settlingMs) {
        m_sidecars.append(path);
    }
}

Result<std::vector<qint64>> FolderScan::assetsOfSidecar(const QString &sidecar)
{
    const auto text = sidecarText(sidecar);
    return m_services.database.read([&](Connection &db) -> Result<std::vector<qint64>> {
        // The names of the pictures of `IMG_1.jpg.xmp` and of `IMG_1.xmp` begin with what comes before `.xmp`.
        const QString name = sidecar.chopped(4);
        std::vector<qint64> assets;
        Statement statement = db.prepare("SELECT asset_id, path FROM file_reference WHERE folder_id = ?1 AND "
                                         "missing_since IS NULL AND path >= ?2 AND path < ?3");
        statement.bindAll(m_folder.id, name, QString(name + QChar(u'.' + 1)));
        while (statement.step()) {
            // What we have written ourselves is known.
            if (isSidecarOf(sidecar, statement.text(1)) && text && knownSidecar(db, statement.int64(0)) != *text) {
                assets.push_back(statement.int64(0));
            }
        }
        return assets;
    });
}

Result<void> FolderScan::readChangedSidecars(const std::stop_token &stop)
{
    for (const QString &sidecar : m_sidecars) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const auto assets = assetsOfSidecar(sidecar);
        if (!assets) {
            return failed(assets);
        }
        if (assets->empty()) {
            continue;
        }
        auto asked = m_services.database.write([&](Transaction &transaction) -> Result<void> {
            readSidecarsLater(transaction, m_services.jobs, *assets);
            return {};
        });
        if (!asked) {
            return asked;
        }
    }
    return {};
}

Result<void> FolderScan::noteReturned(const std::stop_token &stop)
{
    return inBatches(m_returned, stop, [this](Transaction &transaction, const Known &file) {
        transaction.run("UPDATE file_reference SET missing_since = NULL WHERE id = ?1", file.id);
        m_services.changes.touch(transaction, file.assetId);
    });
}

Result<void> FolderScan::noteMissing(const std::stop_token &stop)
{
    return inBatches(m_missing, stop, [this](Transaction &transaction, const Known &file) {
        if (const auto asset = findAssetById(transaction.db(), file.assetId)) {
            leaveFile(transaction, m_services.changes, *asset, file.path);
        }
    });
}

} // namespace kinframe::library
