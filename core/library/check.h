// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace kinframe::library {

using Progress = std::function<void(qint64 done, qint64 total)>;

/// What a check of the library found. All well: every list is empty.
struct CheckReport
{
    qint64 blobsChecked = 0;
    QStringList databaseProblems;
    QStringList missing; ///< SHA-256 in hex whose file is gone
    QStringList damaged; ///< SHA-256 in hex whose bytes have changed
    QStringList unknown; ///< files in the blob store that no row knows; the next start removes them

    [[nodiscard]] bool isWell() const { return databaseProblems.isEmpty() && missing.isEmpty() && damaged.isEmpty(); }
};

/// Reads every stored blob against its hash and asks the database for its integrity. Changes nothing.
[[nodiscard]] Result<CheckReport> checkLibrary(storage::Database &database, const storage::BlobStore &blobs,
                                               const Progress &progress, const std::stop_token &stop);

/// Removes blob files that no row knows and that were there before `startedMs` (wall time), which an interrupted run
/// left; none while a database that a restore has set aside is kept. Says which recorded blobs have lost their file.
/// May run beside imports.
struct SweepReport
{
    qint64 removed = 0;
    QStringList missing; ///< SHA-256 in hex
};
[[nodiscard]] Result<SweepReport> sweepOrphans(storage::Database &database, storage::BlobStore &blobs, qint64 startedMs,
                                               const std::stop_token &stop);
/// The same for thumbnails of blobs that are gone, and for half-written ones; gives how many.
[[nodiscard]] Result<qint64> sweepThumbnails(storage::Database &database, const QString &folder, qint64 startedMs,
                                             const std::stop_token &stop);

} // namespace kinframe::library
