// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/handler.h"
#include "library/folder_places.h"
#include "library/folder_row.h"
#include "library/services.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace kinframe::library {

/// One look through a folder: what FolderJob does. Used once, on the job's thread.
class FolderScan
{
public:
    FolderScan(const Services &services, Folder folder, QStringList roots);

    [[nodiscard]] Result<jobs::Effect> run(jobs::JobContext &context);

private:
    struct Known
    {
        qint64 id = 0; ///< row id of the reference
        qint64 assetId = 0;
        QString path;
    };
    struct LeftOut
    {
        qint64 size = 0;
        qint64 modifiedNs = 0;
    };

    /// Whether the folder is there; where its volume is mounted elsewhere, it is moved to there first.
    [[nodiscard]] Result<bool> arrive();
    [[nodiscard]] Result<void> leave(const std::stop_token &stop);
    [[nodiscard]] Result<void> lookAtKnownFiles(const std::stop_token &stop);
    [[nodiscard]] Result<void> readLeftOut();
    [[nodiscard]] Result<void> takeNewFiles(jobs::JobContext &context);
    [[nodiscard]] bool isNew(const QString &path);
    void lookAtSidecar(const QString &path);
    /// Those whose sidecar says something else than was last read or written.
    [[nodiscard]] Result<std::vector<qint64>> assetsOfSidecar(const QString &sidecar);
    [[nodiscard]] Result<void> readChangedSidecars(const std::stop_token &stop);
    [[nodiscard]] Result<void> noteReturned(const std::stop_token &stop);
    [[nodiscard]] Result<void> noteMissing(const std::stop_token &stop);
    [[nodiscard]] jobs::Effect end() const;
    /// Runs `change` for each of the files, some in each write.
    template <typename Change>
    [[nodiscard]] Result<void> inBatches(const std::vector<Known> &files, const std::stop_token &stop, Change change);

    Services m_services;
    Folder m_folder;
    QStringList m_roots;
    qint64 m_startedAt;
    QSet<QString> m_known; ///< paths of files that are as they were
    std::vector<Known> m_missing;
    std::vector<Known> m_returned;
    QHash<QString, LeftOut> m_leftOut;
    QStringList m_sidecars;     ///< that were written since the last look
    bool m_isUnsettled = false; ///< a file is being written; it is taken a little later
};

} // namespace kinframe::library
