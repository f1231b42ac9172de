// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/check.h"
#include "library/library_folder.h"

#include <QString>

namespace kinframe::library {

/// A backup folder holds `blobs/` and, in `snapshots/<time>/`, the database with a manifest that is written last. Later
/// backups into the same folder add only what is new, and each snapshot stays whole. The server's secret is not in it:
/// on another computer keys and sessions end, passwords hold.
struct BackupReport
{
    QString snapshot;
    qint64 blobs = 0;
    qint64 copied = 0;  ///< of them new in the backup
    qint64 inPlace = 0; ///< assets whose bytes lie in files of the person, which are not copied
};

/// While the library is used. DiskFull, DiskReadOnly, FileDamaged where a blob does not match its hash.
[[nodiscard]] Result<BackupReport> backupLibrary(storage::Database &database, storage::BlobStore &blobs,
                                                 const QString &target, const Progress &progress,
                                                 const std::stop_token &stop);

/// Puts the newest whole snapshot into a library that nobody uses; its present database is kept beside it under
/// another name. The restored library begins a new epoch. BackupInvalid, DiskFull, …; the library is as before then.
[[nodiscard]] Result<void> restoreLibrary(const QString &source, const LibraryFolder &folder, const Progress &progress,
                                          const std::stop_token &stop);

} // namespace kinframe::library
