// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSet>
#include <QString>

#include <vector>

namespace kinframe::library {

/// One state of a library in a backup folder: its database, and a manifest that is written last.
struct Snapshot
{
    QString path;             ///< its folder
    QSet<QByteArray> leftOut; ///< SHA-256 of files that its database names but that could not be backed up

    [[nodiscard]] QString database() const { return path + QStringLiteral("/kinframe.db"); }
};

/// SHA-256 of all blobs that a database file says are stored.
[[nodiscard]] Result<std::vector<QByteArray>> storedBlobsOf(const QString &databaseFile);

/// Ends a snapshot with so many blobs.
[[nodiscard]] Result<void> writeManifest(const Snapshot &snapshot, qint64 blobs);
/// The newest one in a backup folder that was ended. BackupInvalid where there is none, or where it is damaged.
[[nodiscard]] Result<Snapshot> newestSnapshot(const QString &source);

/// BackupInvalid with that reason.
[[nodiscard]] Failure invalidBackup(const QString &path, const QString &reason);

} // namespace kinframe::library
