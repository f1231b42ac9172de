// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>
#endif

namespace kinframe::test {

/// A disk of a few megabytes that a test may fill. Only Linux has one, and only for who may mount it.
class SmallDisk
{
public:
    explicit SmallDisk(qint64 bytes)
    {
#ifdef Q_OS_LINUX
        const QByteArray options = "size=" + QByteArray::number(bytes);
        m_isThere = ::mount("tmpfs", QFile::encodeName(m_folder.path()).constData(), "tmpfs", MS_NOSUID | MS_NODEV,
                            options.constData()) == 0;
#else
        Q_UNUSED(bytes)
#endif
    }
    ~SmallDisk()
    {
#ifdef Q_OS_LINUX
        if (m_isThere) {
            ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
        }
#endif
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const
    {
        return m_isThere;
    }
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder.filePath(name);
    }
    [[nodiscard]] qint64 freeBytes() const
    {
#ifdef Q_OS_LINUX
        struct statvfs facts = {};
        if (::statvfs(QFile::encodeName(m_folder.path()).constData(), &facts) == 0) {
            return qint64(facts.f_bavail) * qint64(facts.f_frsize);
        }
#endif
        return -1;
    }
    /// Takes what is free but for so much; false where that fails.
    [[nodiscard]] bool fill(qint64 left) const
    {
        bool isDone = false;
#ifdef Q_OS_LINUX
        const int file = ::open(QFile::encodeName(filler()).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        // Others write meanwhile: what was free a moment ago may not be there any more.
        for (int tries = 0; file >= 0 && !isDone && tries < 1000; ++tries) {
            const qint64 taken = QFile(filler()).size();
            const qint64 more = freeBytes() - left;
            isDone = more <= 0 || ::posix_fallocate(file, taken, more) == 0;
        }
        ::close(file);
#else
        Q_UNUSED(left)
#endif
        return isDone;
    }
    /// Gives back what fill() took.
    bool empty() const
    {
        return QFile::remove(filler());
    }

private:
    [[nodiscard]] QString filler() const
    {
        return path(QStringLiteral("filler"));
    }

    QTemporaryDir m_folder;
    bool m_isThere = false;
};

} // namespace kinframe::test
