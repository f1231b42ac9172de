// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/verified_files.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#endif

namespace kinframe::storage {
namespace {

// Some 30 MB. Beyond that all are forgotten, and read again when they are asked for.
constexpr size_t mostFiles = 200'000;

} // namespace

std::optional<FileStamp> stampOf(const QString &path)
{
#ifdef Q_OS_LINUX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    const auto ns = [](const timespec &time) { return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec; };
    return FileStamp{status.st_size, ns(status.st_mtim), ns(status.st_ctim), status.st_ino};
#else
    const QFileInfo info(path);
    if (!info.isFile()) {
        return std::nullopt;
    }
    const auto ns = [](const QDateTime &time) { return time.toMSecsSinceEpoch() * 1'000'000; };
    return FileStamp{info.size(), ns(info.lastModified()), ns(info.metadataChangeTime()), 0};
#endif
}

bool VerifiedFiles::isKnown(const QByteArray &name, const FileStamp &stamp) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_files.find(name);
    return found != m_files.end() && found->second == stamp;
}

void VerifiedFiles::note(const QByteArray &name, const FileStamp &stamp)
{
    const std::scoped_lock lock(m_mutex);
    if (m_files.size() >= mostFiles) {
        m_files.clear();
    }
    m_files[name] = stamp;
}

void VerifiedFiles::forget(const QByteArray &name)
{
    const std::scoped_lock lock(m_mutex);
    m_files.erase(name);
}

} // namespace kinframe::storage
