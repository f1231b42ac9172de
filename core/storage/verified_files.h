// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <mutex>
#include <optional>

namespace kinframe::storage {

/// What changes with a file's bytes, as far as the system tells.
struct FileStamp
{
    qint64 size = 0;
    qint64 modified = 0; ///< ns
    qint64 changed = 0;  ///< ns: also when somebody has set the other time back
    quint64 inode = 0;   ///< where the system has such numbers

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Absent where there is no such file.
[[nodiscard]] std::optional<FileStamp> stampOf(const QString &path);

/// Remembers which files were found to be what they should, so that they are read again only after they have changed.
/// For as long as the program runs. Every call from any thread.
class VerifiedFiles
{
public:
    [[nodiscard]] bool isKnown(const QByteArray &name, const FileStamp &stamp) const;
    void note(const QByteArray &name, const FileStamp &stamp);
    /// It is gone: what comes and goes all day must not add up.
    void forget(const QByteArray &name);

private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, FileStamp> m_files;
};

} // namespace kinframe::storage
