// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/unused_blobs.h"

#include "base/log.h"
#include "library/blob_removals.h"
#include "library/thumbnail_files.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "storage/sql_error.h"

namespace kinframe::library {
namespace {

using storage::Statement;
using storage::Transaction;

bool isStored(storage::Connection &db, const QByteArray &sha256)
{
    Statement statement = db.prepare("SELECT 1 FROM blob WHERE sha256 = ?1 AND stored = 1");
    statement.bindAll(sha256);
    return statement.step();
}

void removeFile(storage::BlobStore &blobs, const QByteArray &sha256)
{
    if (auto removed = blobs.remove(sha256); !removed) {
        qCWarning(logLibrary).noquote() << "a deleted blob stays until the next sweep:" << removed.error().forLog();
    }
}

/// Another write of the same commit may have imported the bytes again while their file was still there.
bool isRecordedAgain(Transaction &transaction, const QByteArray &sha256)
{
    try {
        return isRecorded(transaction.db(), sha256);
    } catch (const storage::SqlError &error) {
        qCWarning(logLibrary) << "a deleted blob stays until the next sweep:" << error.what();
        return true;
    }
}

} // namespace

bool isRecorded(storage::Connection &db, const QByteArray &sha256)
{
    Statement statement = db.prepare("SELECT 1 FROM blob WHERE sha256 = ?1");
    statement.bindAll(sha256);
    return statement.step();
}

void dropUnusedBlob(Transaction &transaction, const Services &services, qint64 blobId)
{
    QByteArray sha256;
    Statement statement =
        transaction.prepare("DELETE FROM blob WHERE id = ?1 AND refs = 0 AND NOT EXISTS (SELECT 1 FROM detection d "
                            "JOIN face f ON f.detection_id = d.id WHERE d.blob_id = blob.id) RETURNING sha256");
    statement.bindAll(blobId);
    while (statement.step()) {
        sha256 = statement.blob(0);
    }
    if (sha256.isEmpty()) {
        return;
    }
    if (services.removals != nullptr) {
        transaction.afterCommit([removals = services.removals, sha256] { removals->take(sha256); });
        return;
    }
    // On the writer thread, which lives as long as the transaction: a later import of the bytes sees that they are
    // gone.
    transaction.afterCommit([&transaction, &blobs = services.blobs, folder = services.thumbnailFolder, sha256] {
        if (isRecordedAgain(transaction, sha256)) {
            return;
        }
        removeFile(blobs, sha256);
        removeThumbnails(folder, sha256);
    });
}

void dropUnrecorded(const Services &services, const QByteArray &sha256)
{
    const auto dropped = services.database.write([&](Transaction &transaction) -> Result<void> {
        // In this transaction: nothing else is recorded meanwhile, and what is recorded later looks for the file.
        if (!isStored(transaction.db(), sha256)) {
            removeFile(services.blobs, sha256);
        }
        return {};
    });
    if (!dropped) {
        qCWarning(logLibrary).noquote() << "refused bytes stay until the next sweep:" << dropped.error().forLog();
    }
}

} // namespace kinframe::library
