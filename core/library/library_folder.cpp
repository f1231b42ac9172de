// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/library_folder.h"

#include "base/files.h"

#include <QDir>
#include <QLockFile>
#include <QStandardPaths>

namespace kinframe::library {

using namespace Qt::StringLiterals;

LibraryFolder::LibraryFolder(QString root)
    : m_root(std::move(root))
    , m_lock(std::make_unique<QLockFile>(m_root + u"/lock"_s))
{
    // A lock is stale only when its process is gone, however long that one has been running.
    m_lock->setStaleLockTime(0);
}

LibraryFolder::~LibraryFolder() = default;

Result<std::unique_ptr<LibraryFolder>> LibraryFolder::open(const QString &root)
{
    if (auto made = makeFolder(root); !made) {
        return failed(made);
    }
    std::unique_ptr<LibraryFolder> folder(new LibraryFolder(QDir(root).absolutePath()));
    if (!folder->m_lock->tryLock(0)) {
        if (folder->m_lock->error() == QLockFile::LockFailedError) {
            return fail(ErrorCode::LibraryBusy, {{u"path"_s, root}});
        }
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, root}});
    }
    return folder;
}

QString LibraryFolder::defaultRoot()
{
    const QString configured = qEnvironmentVariable("KINFRAME_DATA");
    return configured.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : configured;
}

QString LibraryFolder::database() const
{
    return m_root + u"/kinframe.db"_s;
}

QString LibraryFolder::blobs() const
{
    return m_root + u"/blobs"_s;
}

QString LibraryFolder::temporary() const
{
    return m_root + u"/tmp"_s;
}

QString LibraryFolder::thumbnails() const
{
    return m_root + u"/thumbs"_s;
}

QString LibraryFolder::backups() const
{
    return m_root + u"/backups"_s;
}

QString LibraryFolder::models() const
{
    return m_root + u"/models"_s;
}

QString LibraryFolder::objects() const
{
    return m_root + u"/objects"_s;
}

QString LibraryFolder::objectsKey() const
{
    return m_root + u"/objects.key"_s;
}

QString LibraryFolder::uploads() const
{
    return m_root + u"/uploads"_s;
}

QString LibraryFolder::renders() const
{
    return m_root + u"/renders"_s;
}

QString LibraryFolder::remoteThumbnails() const
{
    return m_root + u"/remote"_s;
}

QString LibraryFolder::credentials() const
{
    return m_root + u"/credentials"_s;
}

QString LibraryFolder::logFile() const
{
    return m_root + u"/kinframe.log"_s;
}

QString LibraryFolder::serverFile() const
{
    return m_root + u"/server.json"_s;
}

} // namespace kinframe::library
