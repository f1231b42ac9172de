// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_connection.h"

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace kinframe::test {
namespace {

constexpr qint64 pieceSize = 64 * 1024;
/// Not more than this waits in the socket, so that a client that reads slowly is seen by the server.
constexpr qint64 mostBuffered = 256 * 1024;

/// The gzip form of zlib's stream, as HTTP wants it.
QByteArray packed(const QByteArray &bytes)
{
    // qCompress: four bytes of length, two of zlib's head, the deflate stream, four of Adler-32.
    const QByteArray zlib = qCompress(bytes);
    const QByteArray deflated = zlib.mid(6, zlib.size() - 10);
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    crc = ~crc;
    QByteArray tail;
    for (const quint32 number : {crc, quint32(bytes.size())}) {
        for (quint32 shift = 0; shift < 32; shift += 8) {
            tail.append(char((number >> shift) & 0xFFU));
        }
    }
    return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + deflated + tail;
}

} // namespace

FaultConnection::FaultConnection(FaultServer &server, QTcpSocket *socket)
    : m_server(server)
    , m_socket(socket)
{
    socket->setParent(this);
    // What is sent counts as sent here; the client must not have much of it still to come.
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, 64 * 1024);
    connect(socket, &QTcpSocket::readyRead, this, &FaultConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_answer.dripBytes == 0) {
            pump();
        }
    });
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_drip, &QTimer::timeout, this, &FaultConnection::pump);
    m_drip.setInterval(5);
}

FaultConnection::~FaultConnection()
{
    if (m_answering) {
        m_server.count(-1, 0);
    }
}

void FaultConnection::read()
{
    m_input += m_socket->readAll();
    Asked asked;
    while (!m_answering && parse(asked)) {
        begin(asked);
    }
}

bool FaultConnection::parse(Asked &asked)
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    asked = {};
    QList<QByteArray> lines = m_input.first(end).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    asked.method = words.value(0);
    asked.target = words.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        asked.headers.emplace_back(line.first(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = asked.header("Content-Length").toLongLong();
    if (m_input.size() < end + 4 + length) {
        return false;
    }
    asked.body = m_input.mid(end + 4, length);
    m_input.remove(0, end + 4 + length);
    return true;
}

void FaultConnection::begin(const Asked &asked)
{
    m_answer = m_server.next(asked);
    m_answering = true;
    m_server.count(1, 0);
    m_sent = 0;
    m_rangeHeader.clear();
    m_bodiless = asked.method == "HEAD";
    m_body = m_answer.body;
    if (m_answer.corruptAt >= 0) {
        m_body[m_answer.corruptAt] = char(m_body.at(m_answer.corruptAt) ^ 0x55);
    }
    if (m_answer.gzip) {
        m_body = packed(m_body);
    } else if (m_answer.status == 200 && m_answer.ranges) {
        applyRange(asked);
    }
    m_socket->write(head());
    if (m_bodiless) {
        finish();
    } else if (m_answer.dripBytes > 0) {
        m_drip.start();
    } else {
        pump();
    }
}

void FaultConnection::applyRange(const Asked &asked)
{
    const QByteArray range = asked.header("Range");
    const QByteArray condition = asked.header("If-Range");
    const bool same = condition.isEmpty() || condition == m_answer.etag || condition == m_answer.lastModified;
    const QList<QByteArray> ends = range.mid(6).split('-');
    if (!range.startsWith("bytes=") || ends.size() != 2 || !same) {
        return;
    }
    const qint64 first = ends.at(0).toLongLong();
    const qint64 size = m_body.size();
    if (first >= size) {
        m_answer.status = 416;
        m_rangeHeader = "bytes */" + QByteArray::number(size);
        m_body.clear();
        return;
    }
    if (!ends.at(1).isEmpty()) {
        m_body.truncate(ends.at(1).toLongLong() + 1);
    }
    m_answer.status = 206;
    m_body = m_body.mid(first, m_answer.rangeAtMost);
    m_rangeHeader = "bytes " + QByteArray::number(first) + '-' + QByteArray::number(first + m_body.size() - 1) + '/' +
                    QByteArray::number(size);
}

QByteArray FaultConnection::head() const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_answer.status) + " Scripted\r\n";
    const auto add = [&head](const QByteArray &name, const QByteArray &value) {
        if (!value.isEmpty()) {
            head += name + ": " + value + "\r\n";
        }
    };
    add("Date", "Fri, 20 Nov 2026 12:00:00 GMT");
    add("ETag", m_answer.etag);
    add("Last-Modified", m_answer.lastModified);
    add("Content-Range", m_rangeHeader);
    add("Accept-Ranges", m_answer.ranges && m_answer.status == 200 ? "bytes" : "");
    add("Content-Encoding", m_answer.gzip ? "gzip" : "");
    for (const auto &[name, value] : m_answer.headers) {
        add(name, value);
    }
    for (int line = 0; line < m_answer.headerFlood; ++line) {
        add("X-Flood-" + QByteArray::number(line), QByteArray(1000, 'x'));
    }
    if (m_answer.chunked) {
        add("Transfer-Encoding", "chunked");
    } else if (m_answer.withoutLength || m_answer.endless) {
        add("Connection", "close");
    } else {
        add("Content-Length", QByteArray::number(m_answer.claimedLength >= 0 ? m_answer.claimedLength : m_body.size()));
    }
    return head + "\r\n";
}

/// Sends on as far as the script and the client's patience go.
void FaultConnection::pump()
{
    while (m_answering && !m_bodiless && m_socket->bytesToWrite() < mostBuffered) {
        qint64 until = m_body.size();
        if (m_answer.closeAfter >= 0) {
            until = std::min(until, m_answer.closeAfter);
        }
        if (m_answer.stallAfter >= 0) {
            until = std::min(until, m_answer.stallAfter);
        }
        const qint64 step = m_answer.dripBytes > 0 ? m_answer.dripBytes : pieceSize;
        const qint64 count = std::min(step, until - m_sent);
        if (count > 0) {
            send(m_body.mid(m_sent, count));
            m_sent += count;
            if (m_answer.dripBytes > 0 && m_sent < until) {
                return;
            }
        } else if (m_answer.endless) {
            m_sent = 0;
        } else {
            finish();
            return;
        }
    }
}

void FaultConnection::send(QByteArray piece)
{
    m_server.count(0, piece.size());
    if (m_answer.chunked) {
        piece = QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    m_socket->write(piece);
}

void FaultConnection::finish()
{
    m_drip.stop();
    if (m_answer.stallAfter >= 0 && m_sent >= m_answer.stallAfter) {
        return;
    }
    const bool early = m_answer.closeAfter >= 0 || m_answer.withoutLength || m_answer.claimedLength >= 0;
    if (!early && m_answer.chunked) {
        m_socket->write("0\r\n\r\n");
    }
    m_answering = false;
    m_server.count(-1, 0);
    if (early) {
        closeConnection();
    } else {
        // A request may have come in meanwhile on the same connection.
        QMetaObject::invokeMethod(this, &FaultConnection::read, Qt::QueuedConnection);
    }
}

void FaultConnection::closeConnection()
{
    if (!m_answer.reset) {
        m_socket->disconnectFromHost();
        return;
    }
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(5000)) {
    }
    // Lingering for no time makes the system reset the connection.
    const linger atOnce{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&atOnce),
                 sizeof atOnce);
    m_socket->abort();
}

} // namespace kinframe::test
