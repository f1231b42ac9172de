// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/outgoing_file.h"

#include <algorithm>

#ifdef Q_OS_UNIX
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include "base/files.h"
#endif

namespace kinframe::http {

using namespace Qt::StringLiterals;

OutgoingFile::OutgoingFile(const QString &path)
    : m_path(path)
{
}

#ifdef Q_OS_UNIX

OutgoingFile::OutgoingFile(OutgoingFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_size(other.m_size)
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

OutgoingFile &OutgoingFile::operator=(OutgoingFile &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_size, other.m_size);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

OutgoingFile::~OutgoingFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<OutgoingFile> OutgoingFile::open(const QString &path)
{
    const auto unreadable = [&path](const QString &reason) {
        return fail(ErrorCode::FileUnreadable, {{u"path"_s, path}, {u"reason"_s, reason}});
    };
    OutgoingFile file(path);
    // Opening a pipe would wait for its other end.
    file.m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat facts = {};
    if (file.m_descriptor < 0 || ::fstat(file.m_descriptor, &facts) != 0) {
        return unreadable(qt_error_string(errno));
    }
    if (!S_ISREG(facts.st_mode)) {
        return unreadable(u"it is not an ordinary file"_s);
    }
    file.m_size = facts.st_size;
    return file;
}

qint64 OutgoingFile::read(char *to, qint64 first, qint64 count)
{
    ssize_t got = -1;
    do {
        got = ::pread(m_descriptor, to, size_t(count), first);
    } while (got < 0 && errno == EINTR);
    return std::max<ssize_t>(got, 0);
}

#else

OutgoingFile::OutgoingFile(OutgoingFile &&other) noexcept = default;
OutgoingFile &OutgoingFile::operator=(OutgoingFile &&other) noexcept = default;
OutgoingFile::~OutgoingFile() = default;

Result<OutgoingFile> OutgoingFile::open(const QString &path)
{
    auto opened = openForReading(path);
    if (!opened) {
        return failed(opened);
    }
    OutgoingFile file(path);
    file.m_file = std::move(*opened);
    file.m_size = file.m_file->size();
    return file;
}

qint64 OutgoingFile::read(char *to, qint64 first, qint64 count)
{
    if (m_file->pos() != first && !m_file->seek(first)) {
        return 0;
    }
    return std::max<qint64>(m_file->read(to, count), 0);
}

#endif

} // namespace kinframe::http
