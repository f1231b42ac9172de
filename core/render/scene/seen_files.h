// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace kinframe::render {

/// What the file system says of a file: it changes whenever the file's bytes do. A value.
struct FileStamp
{
    quint64 device = 0;
    quint64 number = 0; ///< of the file on its device
    qint64 size = 0;
    qint64 modifiedNs = 0;
    qint64 changedNs = 0; ///< which no program can set

    bool operator==(const FileStamp &) const = default;

    /// None where there is no file, or where the system does not tell all of it.
    [[nodiscard]] static std::optional<FileStamp> of(const QString &path);
};

/// The MD5s of files that were read before, as long as nobody touches them: hashing a large one takes seconds. In
/// memory only, and bounded. Every call from any thread.
class SeenFiles
{
public:
    [[nodiscard]] std::optional<QByteArray> md5Of(const FileStamp &stamp) const;
    /// The stamp is from before the file was read. Not kept where the file was changed a moment ago, by the wall time
    /// `now` in ms: it might be again without its stamp telling.
    void remember(const FileStamp &stamp, const QByteArray &md5, qint64 now);

private:
    struct Seen
    {
        FileStamp stamp;
        QByteArray md5;
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<quint64, quint64>, Seen> m_files; // by device and number
};

} // namespace kinframe::render
