// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/thumbnail_cache.h"

#include "base/files.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestPicture = 16 * 1024 * 1024;

} // namespace

ThumbnailCache::ThumbnailCache(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder))
    , m_most(mostBytes)
{
}

QString ThumbnailCache::pathOf(qint64 serverId, const QString &name) const
{
    return u"%1/%2/%3"_s.arg(m_folder).arg(serverId).arg(name);
}

std::optional<QByteArray> ThumbnailCache::find(qint64 serverId, const QString &name)
{
    const std::scoped_lock lock(m_mutex);
    QFile file(pathOf(serverId, name));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestPicture) {
        return std::nullopt;
    }
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return file.readAll();
}

void ThumbnailCache::keep(qint64 serverId, const QString &name, const QByteArray &bytes)
{
    const QString path = pathOf(serverId, name);
    const std::scoped_lock lock(m_mutex);
    if (bytes.size() > largestPicture || !makeFolder(QFileInfo(path).path())) {
        return;
    }
    QFile part(path + u".part"_s);
    if (!part.open(QIODevice::WriteOnly) || part.write(bytes) != bytes.size() || !part.flush()) {
        part.remove();
        return;
    }
    part.close();
    const qint64 before = QFileInfo(path).size();
    if (renameOver(part.fileName(), path) && m_bytes) {
        *m_bytes += bytes.size() - before;
    }
    if (!m_bytes || *m_bytes > m_most) {
        makeRoom();
    }
}

void ThumbnailCache::makeRoom()
{
    std::vector<QFileInfo> files;
    qint64 total = 0;
    for (QDirIterator found(m_folder, QDir::Files, QDirIterator::Subdirectories); found.hasNext();) {
        found.next();
        files.push_back(found.fileInfo());
        total += files.back().size();
    }
    std::sort(files.begin(), files.end(),
              [](const QFileInfo &one, const QFileInfo &other) { return one.lastModified() < other.lastModified(); });
    // Some more than needed, so that not each further picture makes room for itself.
    const qint64 wanted = total > m_most ? m_most / 10 * 9 : m_most;
    for (const QFileInfo &file : files) {
        if (total <= wanted) {
            break;
        }
        if (QFile::remove(file.filePath())) {
            total -= file.size();
        }
    }
    m_bytes = total;
}

void ThumbnailCache::removeServer(qint64 serverId)
{
    const std::scoped_lock lock(m_mutex);
    QDir(u"%1/%2"_s.arg(m_folder).arg(serverId)).removeRecursively();
    m_bytes.reset();
}

} // namespace kinframe::transfer
