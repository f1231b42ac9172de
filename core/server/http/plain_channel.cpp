// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/plain_channel.h"

#include "server/http/limits.h"
#include "server/http/outgoing_file.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kinframe::http {
namespace {

// Large enough to fill what the system holds for a connection, small enough that others get their turn.
constexpr qint64 sentAtOnce = 2 * mebibyte;
constexpr qint64 copiedAtOnce = 256 * kibibyte;

bool mustWait(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK;
}

/// One end of a connection; `ask` is getpeername or getsockname.
template <typename Ask>
std::pair<QHostAddress, quint16> endOf(int descriptor, Ask ask)
{
    sockaddr_storage storage{};
    auto *const address = reinterpret_cast<sockaddr *>(&storage);
    socklen_t length = sizeof(storage);
    if (ask(descriptor, address, &length) != 0) {
        return {};
    }
    const quint16 port = storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(&storage)->sin6_port
                                                       : reinterpret_cast<sockaddr_in *>(&storage)->sin_port;
    return {QHostAddress(address), ntohs(port)};
}

} // namespace

PlainChannel::PlainChannel(DescriptorWatch &watch, int descriptor)
    : m_watch(watch)
    , m_descriptor(descriptor)
{
}

PlainChannel::~PlainChannel()
{
    abort();
}

std::unique_ptr<PlainChannel> PlainChannel::make(DescriptorWatch &watch, int descriptor)
{
    std::unique_ptr<PlainChannel> channel(new PlainChannel(watch, descriptor));
    const int one = 1;
    const int flags = ::fcntl(descriptor, F_GETFL);
    if (flags < 0 || ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0 ||
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one)) < 0 ||
        !watch.add(descriptor, *channel, DescriptorWatch::everythingOnce)) {
        return nullptr;
    }
    return channel;
}

Peer PlainChannel::peer() const
{
    const auto [remote, port] = endOf(m_descriptor, ::getpeername);
    return Peer::of(remote, port, endOf(m_descriptor, ::getsockname).first, false);
}

void PlainChannel::descriptorReady(quint32 events)
{
    m_hasEnded = m_hasEnded || (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    m_mayRead = m_mayRead || (events & EPOLLIN) != 0;
    if ((events & EPOLLOUT) != 0 && m_isFull) {
        m_isFull = false;
        const qint64 sent = send(m_waiting, More::No);
        m_waiting.remove(0, std::max<qint64>(sent, 0));
        if (sent < 0) {
            m_user->channelEnded();
        } else {
            m_user->channelWritable();
        }
    }
    if (isOpen() && (m_mayRead || m_hasEnded)) {
        m_user->channelReadable();
    }
}

qint64 PlainChannel::read(char *to, qint64 atMost)
{
    ssize_t count = 0;
    do {
        if (!m_mayRead || !isOpen()) {
            return 0;
        }
        count = ::recv(m_descriptor, to, size_t(atMost), 0);
    } while (count < 0 && errno == EINTR);
    // Fewer bytes than asked for were all, unless the end came with them: then only it is left to be read.
    m_mayRead = count == atMost || (count > 0 && m_hasEnded);
    m_hasEnded = m_hasEnded || count == 0 || (count < 0 && !mustWait(errno));
    return std::max<ssize_t>(count, 0);
}

/// What the system took at once; -1 where the connection is broken.
qint64 PlainChannel::send(QByteArrayView bytes, More more)
{
    qint64 sent = 0;
    while (sent < bytes.size() && !m_isFull) {
        const int flags = MSG_NOSIGNAL | (more == More::Follows ? MSG_MORE : 0);
        const auto count = ::send(m_descriptor, bytes.data() + sent, size_t(bytes.size() - sent), flags);
        if (count >= 0) {
            sent += count;
        } else if (mustWait(errno)) {
            m_isFull = true;
        } else if (errno != EINTR) {
            return -1;
        }
    }
    m_sent += sent;
    return sent;
}

bool PlainChannel::write(QByteArrayView bytes, More more)
{
    if (!isOpen()) {
        return false;
    }
    const qint64 sent = m_isFull ? 0 : send(bytes, more);
    if (sent < 0) {
        return false;
    }
    if (sent < bytes.size()) {
        m_waiting.append(bytes.sliced(sent));
    }
    return true;
}

Channel::FileStep PlainChannel::sendFile(OutgoingFile &file, qint64 &first, qint64 &length)
{
    if (!isOpen()) {
        return FileStep::Broken;
    }
    while (!m_isFull) {
        off_t offset = first;
        const auto count = ::sendfile(m_descriptor, file.descriptor(), &offset, size_t(std::min(length, sentAtOnce)));
        if (count > 0) {
            first += count;
            length -= count;
            m_sent += count;
            return FileStep::Moved;
        }
        if (count == 0) {
            return FileStep::Shrunk;
        }
        if (mustWait(errno)) {
            m_isFull = true;
        } else if (errno == EINVAL || errno == ENOSYS) {
            return copyFile(file, first, length); // this file system cannot do it
        } else if (errno != EINTR) {
            return FileStep::Broken;
        }
    }
    return FileStep::Full;
}

Channel::FileStep PlainChannel::copyFile(OutgoingFile &file, qint64 &first, qint64 &length)
{
    thread_local QByteArray buffer(copiedAtOnce, Qt::Uninitialized);
    const qint64 count = file.read(buffer.data(), first, std::min(length, copiedAtOnce));
    if (count <= 0) {
        return FileStep::Shrunk;
    }
    if (!write(QByteArrayView(buffer).first(count), More::No)) {
        return FileStep::Broken;
    }
    first += count;
    length -= count;
    return FileStep::Moved;
}

void PlainChannel::endWriting()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void PlainChannel::close()
{
    abort();
    m_user->channelEnded();
}

void PlainChannel::abort()
{
    if (isOpen()) {
        m_watch.forget(m_descriptor, *this);
        ::close(std::exchange(m_descriptor, -1));
    }
}

std::unique_ptr<QTcpSocket> PlainChannel::release()
{
    m_watch.forget(m_descriptor, *this);
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(m_descriptor)) {
        abort();
        return nullptr;
    }
    m_descriptor = -1;
    return socket;
}

} // namespace kinframe::http
