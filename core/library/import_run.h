// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/importer.h"
#include "storage/database.h"

#include <QStringList>
#include <QUuid>

#include <vector>

namespace kinframe::library {

enum class ImportState { Running = 0, Done = 1, Failed = 2, Canceled = 3 };

/// An import of files and folders of this computer, as it stands. Kept, so that it goes on after a crash and can be
/// asked for afterwards.
struct ImportRun
{
    qint64 id = 0;
    QUuid uuid;
    qint64 ownerId = 0;
    QStringList paths;
    Importer::Placement placement = Importer::Placement::Copy;
    ImportState state = ImportState::Running;
    qint64 found = 0;
    qint64 added = 0;
    qint64 duplicates = 0;
    qint64 failed = 0;
    qint64 startedAt = 0;
    std::optional<qint64> finishedAt;
};

struct ImportFailure
{
    QString path;
    Error error;
};

/// Records an import and the job that does it. InvalidArgument where no path is given; a path that does not exist is
/// one of its failures.
[[nodiscard]] Result<ImportRun> startImport(const Services &services, const Owner &owner, const QStringList &paths,
                                            Importer::Placement placement);

[[nodiscard]] Result<ImportRun> findImport(storage::Database &database, qint64 ownerId, const QUuid &uuid);
/// What an import that is not over waits for: room on the disk, say. Nothing where it goes on.
[[nodiscard]] std::optional<Error> holdOf(const Services &services, const ImportRun &run);
/// In the order of paths, after `afterPath`; at most `limit`.
[[nodiscard]] Result<std::vector<ImportFailure>> importFailures(storage::Database &database, qint64 runId,
                                                                const QString &afterPath, int limit);
/// NotFound where it is over already.
[[nodiscard]] Result<void> cancelImport(const Services &services, qint64 ownerId, const QUuid &uuid);

} // namespace kinframe::library
