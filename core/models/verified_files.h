// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <mutex>

namespace kinframe::models {

/// The SHA-256 of files, read again only where path, size or time of change are other than last time; remembered in a
/// small file, so that a start does not read every model. Every call from any thread; several processes may share the
/// file.
class VerifiedFiles
{
public:
    explicit VerifiedFiles(QString stateFile);

    /// 32 bytes; FileNotFound, FileIsDirectory, FileUnreadable or FileVanished.
    [[nodiscard]] Result<QByteArray> sha256Of(const QString &path);

private:
    struct Entry
    {
        qint64 size = 0;
        qint64 changedMs = 0;
        QByteArray sha256;
    };
    using Entries = std::map<QString, Entry>;

    [[nodiscard]] Entries load() const;
    void remember(const QString &path, const Entry &entry);

    const QString m_stateFile;
    std::mutex m_mutex;
    Entries m_entries;
};

} // namespace kinframe::models
