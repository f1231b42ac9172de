// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"

#include <QObject>

namespace kinframe::http {

/// A channel over a socket of Qt's: TLS, and systems without a channel of their own.
class QtChannel final : public QObject, public Channel
{
    Q_OBJECT

public:
    /// The socket is connected; a QSslSocket has not begun its handshake.
    explicit QtChannel(std::unique_ptr<QTcpSocket> socket);
    ~QtChannel() override;

    [[nodiscard]] Peer peer() const override;
    void begin(User &user) override;
    [[nodiscard]] qint64 read(char *to, qint64 atMost) override;
    [[nodiscard]] bool hasInput() const override { return m_socket->bytesAvailable() > 0; }
    [[nodiscard]] bool hasEnded() const override { return false; } // said with channelEnded()
    [[nodiscard]] bool write(QByteArrayView bytes, More more) override;
    [[nodiscard]] FileStep sendFile(OutgoingFile &file, qint64 &first, qint64 &length) override;
    [[nodiscard]] qint64 queued() const override;
    [[nodiscard]] bool isFull() const override { return queued() > 0; }
    [[nodiscard]] qint64 progress() const override { return m_accepted - queued(); }
    void endWriting() override;
    void close() override;
    void abort() override;
    [[nodiscard]] std::unique_ptr<QTcpSocket> release() override;

private:
    [[nodiscard]] bool put(QByteArrayView bytes);

    std::unique_ptr<QTcpSocket> m_socket;
    bool m_isTls;
    qint64 m_accepted = 0;
};

} // namespace kinframe::http
