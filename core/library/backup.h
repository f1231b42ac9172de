// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/check.h"
#include "library/library_folder.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kinframe::library {

/// A file of the library whose bytes are gone, or not what they were.
struct LostFile
{
    QByteArray sha256;
    QStringList names; ///< that people know it by
};

/// A backup folder holds `blobs/` and, in `snapshots/<time>/`, the database with a manifest that is written last. Later
/// backups into the same folder add only what is new, and each snapshot stays whole. The server's secret is not in it:
/// on another computer keys and sessions end, passwords hold.
struct BackupReport
{
    QString snapshot = {};
    qint64 blobs = 0;                ///< that are in the backup
    qint64 copied = 0;               ///< of them new in it
    qint64 inPlace = 0;              ///< assets whose bytes lie in files of the person, which are not copied
    std::vector<LostFile> lost = {}; ///< what could not be backed up; all else is

    [[nodiscard]] bool isWhole() const { return lost.empty(); }
    /// BackupIncomplete with the names of what was lost.
    [[nodiscard]] std::optional<Error> problem() const;
};

/// While the library is used. A blob that does not match its hash any more is left out, and what an earlier backup has
/// of it stays. DiskFull, DiskReadOnly.
[[nodiscard]] Result<BackupReport> backupLibrary(storage::Database &database, storage::BlobStore &blobs,
                                                 const QString &target, const Progress &progress,
                                                 const std::stop_token &stop);

/// Puts the newest whole snapshot into a library that nobody uses; its present database is kept beside it under
/// another name. The restored library begins a new epoch. BackupInvalid, DiskFull, …; the library is as before then.
[[nodiscard]] Result<void> restoreLibrary(const QString &source, const LibraryFolder &folder, const Progress &progress,
                                          const std::stop_token &stop);

} // namespace kinframe::library
