// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QFile>
#include <QTcpSocket>

namespace kinframe::http {

/// The writing half of a connection. On plain sockets bytes go straight to the system as long as it takes them, files
/// without passing through this process; what it does not take waits in the socket, whose bytesWritten tells when to go
/// on. Lives on the socket's thread.
class Outlet
{
public:
    enum class More { No, Follows };
    enum class FileStep {
        Moved,  ///< some or all of the span is on its way
        Shrunk, ///< the file ends before the span
        Broken, ///< the client is gone
    };

    explicit Outlet(QTcpSocket &socket, bool isTls);

    /// False where the connection is broken.
    [[nodiscard]] bool write(QByteArrayView bytes, More more = More::No);
    /// Sends the beginning of the span and moves `first` and `length` on.
    [[nodiscard]] FileStep sendFile(QFile &file, qint64 &first, qint64 &length);
    /// Bytes that the system has not taken yet.
    [[nodiscard]] qint64 queued() const;
    /// Bytes that the system has taken.
    [[nodiscard]] qint64 progress() const { return m_accepted - queued(); }

private:
    [[nodiscard]] qint64 sendNow(QByteArrayView bytes, More more);
    [[nodiscard]] FileStep copyFile(QFile &file, qint64 &first, qint64 &length, qint64 atMost);

    QTcpSocket &m_socket;
    bool m_isTls;
    qint64 m_accepted = 0;
};

} // namespace kinframe::http
