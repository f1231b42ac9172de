// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/outlet.h"

#include <QSslSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/types.h>

#include <cerrno>
#endif
#ifdef Q_OS_LINUX
#include <sys/sendfile.h>
#endif

namespace kinframe::http {
namespace {

constexpr qint64 copiedAtOnce = 256 * 1024;
// Large enough to fill what the system holds for a connection, small enough that others get their turn.
[[maybe_unused]] constexpr qint64 sentAtOnce = 2 * 1024 * 1024;
// After sendfile has filled the system's buffer this much waits in the socket, only to learn when there is room again.
[[maybe_unused]] constexpr qint64 copiedToWait = 16 * 1024;

} // namespace

Outlet::Outlet(QTcpSocket &socket, bool isTls)
    : m_socket(socket)
    , m_isTls(isTls)
{
}

qint64 Outlet::queued() const
{
    qint64 waiting = m_socket.bytesToWrite();
    if (m_isTls) {
        waiting += static_cast<const QSslSocket &>(m_socket).encryptedBytesToWrite();
    }
    return waiting;
}

/// What the system took at once; -1 where the connection is broken.
qint64 Outlet::sendNow([[maybe_unused]] QByteArrayView bytes, [[maybe_unused]] More more)
{
#ifdef Q_OS_UNIX
    if (!m_isTls && m_socket.bytesToWrite() == 0) {
        int flags = MSG_DONTWAIT;
#ifdef MSG_NOSIGNAL
        flags |= MSG_NOSIGNAL;
#endif
#ifdef MSG_MORE
        flags |= more == More::Follows ? MSG_MORE : 0;
#endif
        const auto count = ::send(int(m_socket.socketDescriptor()), bytes.data(), size_t(bytes.size()), flags);
        if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            return -1;
        }
        return std::max<qint64>(count, 0);
    }
#endif
    return 0;
}

bool Outlet::write(QByteArrayView bytes, More more)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        return false;
    }
    const qint64 sent = sendNow(bytes, more);
    if (sent < 0) {
        return false;
    }
    m_accepted += bytes.size();
    const QByteArrayView rest = bytes.sliced(sent);
    if (rest.isEmpty()) {
        return true;
    }
    if (m_socket.write(rest.data(), rest.size()) != rest.size()) {
        return false;
    }
    if (m_isTls) {
        m_socket.flush();
    }
    return true;
}

Outlet::FileStep Outlet::sendFile(QFile &file, qint64 &first, qint64 &length)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        return FileStep::Broken;
    }
#ifdef Q_OS_LINUX
    if (!m_isTls && m_socket.bytesToWrite() == 0) {
        off_t offset = first;
        const auto count =
            ::sendfile(int(m_socket.socketDescriptor()), file.handle(), &offset, size_t(std::min(length, sentAtOnce)));
        if (count > 0) {
            first += count;
            length -= count;
            m_accepted += count;
            return FileStep::Moved;
        }
        if (count == 0) {
            return FileStep::Shrunk;
        }
        if (errno == EAGAIN || errno == EINTR) {
            return copyFile(file, first, length, copiedToWait);
        }
        if (errno != EINVAL && errno != ENOSYS) {
            return FileStep::Broken;
        }
        // This file system cannot do it: the bytes are copied.
    }
#endif
    return copyFile(file, first, length, copiedAtOnce);
}

Outlet::FileStep Outlet::copyFile(QFile &file, qint64 &first, qint64 &length, qint64 atMost)
{
    thread_local QByteArray buffer(copiedAtOnce, Qt::Uninitialized);
    const qint64 wanted = std::min(length, atMost);
    if (file.pos() != first && !file.seek(first)) {
        return FileStep::Shrunk;
    }
    const qint64 count = file.read(buffer.data(), wanted);
    if (count <= 0) {
        return FileStep::Shrunk;
    }
    if (m_socket.write(buffer.constData(), count) != count) {
        return FileStep::Broken;
    }
    first += count;
    length -= count;
    m_accepted += count;
    return FileStep::Moved;
}

} // namespace kinframe::http
