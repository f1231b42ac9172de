// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/qt_channel.h"

#include "server/http/limits.h"
#include "server/http/outgoing_file.h"

#include <QSslSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace kinframe::http {
namespace {

// Beyond it the socket leaves the bytes with the system, which then slows the client down.
constexpr qint64 readBufferBytes = 256 * kibibyte;
constexpr qint64 copiedAtOnce = 256 * kibibyte;

} // namespace

QtChannel::QtChannel(std::unique_ptr<QTcpSocket> socket)
    : m_socket(std::move(socket))
    , m_isTls(qobject_cast<QSslSocket *>(m_socket.get()) != nullptr)
{
    m_socket->setReadBufferSize(readBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

QtChannel::~QtChannel()
{
    if (m_socket) {
        m_socket->disconnect(this);
    }
}

Peer QtChannel::peer() const
{
    return Peer::of(m_socket->peerAddress(), m_socket->peerPort(), m_socket->localAddress(), m_isTls);
}

void QtChannel::begin(User &user)
{
    const auto readable = [&user] { user.channelReadable(); };
    const auto writable = [&user] { user.channelWritable(); };
    connect(m_socket.get(), &QTcpSocket::readyRead, this, readable);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, writable);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [&user] { user.channelEnded(); });
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        connect(secure, &QSslSocket::encryptedBytesWritten, this, writable);
        connect(secure, &QSslSocket::encrypted, this, readable);
        secure->startServerEncryption();
    } else if (hasInput()) {
        readable();
    }
}

qint64 QtChannel::read(char *to, qint64 atMost)
{
    return std::max<qint64>(m_socket->read(to, atMost), 0);
}

bool QtChannel::put(QByteArrayView bytes)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState ||
        m_socket->write(bytes.data(), bytes.size()) != bytes.size()) {
        return false;
    }
    m_accepted += bytes.size();
    return true;
}

bool QtChannel::write(QByteArrayView bytes, More more)
{
    if (!put(bytes)) {
        return false;
    }
    if (more == More::No) {
        m_socket->flush();
    }
    return true;
}

Channel::FileStep QtChannel::sendFile(OutgoingFile &file, qint64 &first, qint64 &length)
{
    thread_local QByteArray buffer(copiedAtOnce, Qt::Uninitialized);
    const qint64 count = file.read(buffer.data(), first, std::min(length, copiedAtOnce));
    if (count <= 0) {
        return FileStep::Shrunk;
    }
    if (!put(QByteArrayView(buffer).first(count))) {
        return FileStep::Broken;
    }
    first += count;
    length -= count;
    return FileStep::Moved;
}

qint64 QtChannel::queued() const
{
    qint64 waiting = m_socket->bytesToWrite();
    if (m_isTls) {
        waiting += static_cast<const QSslSocket &>(*m_socket).encryptedBytesToWrite();
    }
    return waiting;
}

void QtChannel::endWriting()
{
#ifdef Q_OS_UNIX
    if (!m_isTls) {
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
    }
#endif
}

void QtChannel::close()
{
    m_socket->disconnectFromHost();
}

void QtChannel::abort()
{
    m_socket->abort();
}

std::unique_ptr<QTcpSocket> QtChannel::release()
{
    m_socket->disconnect(this);
    return std::move(m_socket);
}

} // namespace kinframe::http
