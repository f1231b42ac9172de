// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/seen_files.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#endif

#include <algorithm>

namespace kinframe::render {

std::optional<FileStamp> FileStamp::of(const QString &path)
{
#ifdef Q_OS_LINUX
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return std::nullopt;
    }
    const auto inNs = [](const timespec &time) { return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec; };
    return FileStamp{quint64(facts.st_dev), quint64(facts.st_ino), qint64(facts.st_size), inNs(facts.st_mtim),
                     inNs(facts.st_ctim)};
#else
    Q_UNUSED(path)
    return std::nullopt;
#endif
}

std::optional<QByteArray> SeenFiles::md5Of(const FileStamp &stamp) const
{
    const std::scoped_lock lock(m_mutex);
    const auto seen = m_files.find({stamp.device, stamp.number});
    return seen == m_files.end() || seen->second.stamp != stamp ? std::nullopt : std::optional(seen->second.md5);
}

void SeenFiles::remember(const FileStamp &stamp, const QByteArray &md5, qint64 now)
{
    // File systems count time in steps, the coarsest of two seconds.
    constexpr qint64 settledNs = qint64(3) * 1'000'000'000;
    constexpr std::size_t mostSeen = 1'000;
    if (std::max(stamp.modifiedNs, stamp.changedNs) > now * 1'000'000 - settledNs) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    if (m_files.size() >= mostSeen) {
        m_files.clear();
    }
    m_files.insert_or_assign({stamp.device, stamp.number}, Seen{stamp, md5});
}

} // namespace kinframe::render
