// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kinframe {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 pieceSize = 1024 * 1024;

Error unreadable(const QString &path, const QString &reason)
{
    return {ErrorCode::FileUnreadable, {{u"path"_s, path}, {u"reason"_s, reason}}, {}};
}

Result<void> writeDurably(QFile &file, QByteArrayView bytes)
{
    if (auto written = writeAll(file, bytes); !written) {
        return written;
    }
    return syncFile(file);
}

} // namespace

Error systemError(const QString &path, int error)
{
    const QString reason = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return {ErrorCode::DiskFull, {{u"path"_s, path}, {u"missing"_s, u"100 MB"_s}}, reason};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::DiskReadOnly, {{u"path"_s, path}}, reason};
    case ENOENT:
        return {ErrorCode::FileNotFound, {{u"path"_s, path}}, reason};
    default:
        return {ErrorCode::DiskFailed, {{u"path"_s, path}, {u"reason"_s, reason}}, {}};
    }
}

Result<std::unique_ptr<QFile>> openForReading(const QString &path)
{
    const QFileInfo info(path);
    errno = 0;
    if (!info.exists()) {
        // In a folder that we may not look into, nothing is known of the file.
        return errno == EACCES ? Failure(unreadable(path, qt_error_string(EACCES)))
                               : fail(ErrorCode::FileNotFound, {{u"path"_s, path}});
    }
    if (info.isDir()) {
        return fail(ErrorCode::FileIsDirectory, {{u"path"_s, path}});
    }
    if (!info.isFile()) {
        return Failure(unreadable(path, u"it is not an ordinary file"_s));
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Failure(unreadable(path, file->errorString()));
    }
    return file;
}

Result<void> readWhole(const QString &path, const std::function<Result<void>(QByteArrayView)> &consume)
{
    auto opened = openForReading(path);
    if (!opened) {
        return failed(opened);
    }
    QFile &file = **opened;
    const qint64 size = file.size();
    QByteArray buffer(std::min(pieceSize, std::max<qint64>(size, 1)), Qt::Uninitialized);
    qint64 total = 0;
    for (;;) {
        const qint64 count = file.read(buffer.data(), buffer.size());
        if (count < 0) {
            return fail(ErrorCode::FileVanished, {{u"path"_s, path}}, file.errorString());
        }
        if (count == 0) {
            break;
        }
        total += count;
        if (auto consumed = consume(QByteArrayView(buffer.constData(), count)); !consumed) {
            return consumed;
        }
    }
    if (total < size) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, path}}, u"%1 of %2 bytes"_s.arg(total).arg(size));
    }
    return {};
}

Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    auto opened = openForReading(path);
    if (!opened) {
        return failed(opened);
    }
    QFile &file = **opened;
    // One byte more than allowed is asked for: what the file's size says may be out of date.
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, path}}, file.errorString());
    }
    if (bytes.size() > limit) {
        return fail(ErrorCode::TooLarge, {{u"field"_s, path},
                                          {u"value"_s, u"%1 bytes"_s.arg(std::max(file.size(), limit + 1))},
                                          {u"limit"_s, u"%1 bytes"_s.arg(limit)}});
    }
    return bytes;
}

Result<void> writeAll(QFile &file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        errno = 0;
        const qint64 count = file.write(bytes.data(), bytes.size());
        if (count <= 0) {
            return Failure(systemError(file.fileName(), errno));
        }
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<void> syncFile(QFile &file)
{
    errno = 0;
    if (!file.flush()) {
        return Failure(systemError(file.fileName(), errno));
    }
#ifdef Q_OS_WIN
    const int failure = _commit(file.handle());
#else
    const int failure = ::fdatasync(file.handle());
#endif
    if (failure != 0) {
        return Failure(systemError(file.fileName(), errno));
    }
    return {};
}

Result<void> syncFolder([[maybe_unused]] const QString &folder)
{
#ifndef Q_OS_WIN
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) {
        return Failure(systemError(folder, errno));
    }
    const int failure = ::fsync(handle);
    const int reason = errno;
    ::close(handle);
    // Some network file systems cannot sync a folder and say EINVAL: there is nothing more to be done there.
    if (failure != 0 && reason != EINVAL) {
        return Failure(systemError(folder, reason));
    }
#endif
    return {};
}

Result<void> renameOver(const QString &from, const QString &to)
{
#ifdef Q_OS_WIN
    const bool renamed = QFile::rename(from, to) || (QFile::remove(to) && QFile::rename(from, to));
#else
    const bool renamed = ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
#endif
    if (!renamed) {
        return Failure(systemError(to, errno));
    }
    return {};
}

Result<void> renameDurably(const QString &from, const QString &to)
{
    if (auto renamed = renameOver(from, to); !renamed) {
        return renamed;
    }
    return syncFolder(QFileInfo(to).path());
}

Result<void> replaceFile(const QString &path, QByteArrayView bytes, bool ownerOnly)
{
    QFile file(path + u".new"_s);
    if (ownerOnly) {
        // The permissions are set before a byte is in it, so that nobody can read it meanwhile.
        QFile::remove(file.fileName());
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            return Failure(systemError(path, errno));
        }
    } else if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return Failure(systemError(path, errno));
    }
    auto done = writeDurably(file, bytes);
    file.close();
    if (done) {
        done = renameDurably(file.fileName(), path);
    }
    if (!done) {
        QFile::remove(file.fileName());
    }
    return done;
}

Result<void> makeFolder(const QString &path)
{
    errno = 0;
    if (!QDir().mkpath(path)) {
        return Failure(systemError(path, errno != 0 ? errno : EACCES));
    }
    return {};
}

qint64 freeSpace(const QString &path)
{
    // Not QStorageInfo, which knows only what the table of mounted volumes lists: nothing at all in a container.
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(path.toStdU16String(), error);
    return error ? -1 : qint64(space.available);
}

} // namespace kinframe
