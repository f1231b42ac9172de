// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QSet>
#include <QString>

#include <vector>

namespace kinframe::server {

/// One file on its way into an archive.
struct ZipEntry
{
    QString name; ///< in the archive; no two are the same
    QString path; ///< where it lies
    qint64 size = 0;
    qint64 modifiedMs = 0; ///< wall clock, as if it were UTC
};

/// A ZIP archive that is made while it is sent: files are stored as they are, so its length is known before the first
/// of them is opened, and never more than a piece of one is held. ZIP64 where files or the archive need it; names are
/// UTF-8. One thread at a time.
class ZipStream
{
public:
    explicit ZipStream(std::vector<ZipEntry> entries);

    /// Of the whole archive, in bytes.
    [[nodiscard]] qint64 length() const { return m_length; }
    /// The next piece, an empty one at the end. FileVanished, FileUnreadable, or FileChanged where a file has another
    /// length than was said.
    [[nodiscard]] Result<QByteArray> next();

private:
    struct Part
    {
        ZipEntry entry;
        QByteArray name;
        qint64 offset = 0; ///< of its header in the archive
        quint32 crc = 0;
    };

    [[nodiscard]] Result<QByteArray> begin();
    [[nodiscard]] Result<QByteArray> readOn();
    [[nodiscard]] QByteArray directory() const;

    std::vector<Part> m_parts;
    qint64 m_directoryOffset = 0;
    qint64 m_length = 0;
    size_t m_current = 0;
    QFile m_file;
    qint64 m_left = 0; ///< of the file
    bool m_isOpen = false;
    bool m_isWhole = false;
};

/// Each name once, whatever case it has: what comes again becomes `name+1.jpg`, and so on. Without folders.
class ZipNames
{
public:
    /// `fallback`: where nothing is left of the name.
    [[nodiscard]] QString take(const QString &name, const QString &fallback);

private:
    QSet<QString> m_taken;
};

} // namespace kinframe::server
