// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/file_lock.h"

#include "base/files.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Failure heldByAnother()
{
    return fail(ErrorCode::Conflict, {{u"reason"_s, u"it is being rendered already"_s}});
}

#ifndef Q_OS_WIN
struct flock wholeFile(short kind)
{
    struct flock lock = {};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    return lock;
}
#endif

} // namespace

FileLock::FileLock(qintptr handle)
    : m_handle(handle)
{
}

#ifdef Q_OS_WIN

namespace {

HANDLE openForLock(const QString &path, DWORD disposition)
{
    const QString native = QDir::toNativeSeparators(path);
    return CreateFileW(reinterpret_cast<const wchar_t *>(native.utf16()), GENERIC_READ | GENERIC_WRITE,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, disposition,
                       FILE_ATTRIBUTE_NORMAL, nullptr);
}

bool tryToLock(HANDLE handle)
{
    OVERLAPPED place = {};
    return LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) != 0;
}

} // namespace

FileLock::~FileLock()
{
    CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path)
{
    const HANDLE handle = openForLock(path, OPEN_ALWAYS);
    if (handle == INVALID_HANDLE_VALUE) {
        return Failure(systemError(path, EACCES));
    }
    if (!tryToLock(handle)) {
        CloseHandle(handle);
        return heldByAnother();
    }
    return std::unique_ptr<FileLock>(new FileLock(reinterpret_cast<qintptr>(handle)));
}

bool FileLock::isHeld(const QString &path)
{
    const HANDLE handle = openForLock(path, OPEN_EXISTING);
    if (handle == INVALID_HANDLE_VALUE) {
        return false;
    }
    const bool isFree = tryToLock(handle);
    CloseHandle(handle);
    return !isFree;
}

#else

FileLock::~FileLock()
{
    ::close(int(m_handle));
}

Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (handle < 0) {
        return Failure(systemError(path, errno));
    }
    struct flock lock = wholeFile(F_WRLCK);
    if (::fcntl(handle, F_SETLK, &lock) != 0) {
        const int reason = errno;
        ::close(handle);
        return reason == EACCES || reason == EAGAIN ? heldByAnother() : Failure(systemError(path, reason));
    }
    return std::unique_ptr<FileLock>(new FileLock(handle));
}

bool FileLock::isHeld(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    if (handle < 0) {
        return false;
    }
    struct flock lock = wholeFile(F_WRLCK);
    const bool isAsked = ::fcntl(handle, F_GETLK, &lock) == 0;
    ::close(handle);
    return isAsked && lock.l_type != F_UNLCK;
}

#endif

} // namespace kinframe::render
