// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "server/http/connection_counts.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTcpSocket>
#include <QTimer>
#include <QUuid>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>
#include <optional>
#include <vector>

namespace kinframe::http {

/// The WebSockets of one network thread.
class WebSocketPeers final : public QObject
{
    Q_OBJECT

public:
    explicit WebSocketPeers(std::chrono::milliseconds pingEvery = std::chrono::seconds(30));
    ~WebSocketPeers() override;

    /// Takes a connection over. `input` is the head of the request, read already, and what came after it.
    void adopt(std::unique_ptr<QTcpSocket> socket, const QByteArray &input,
               const std::optional<accounts::Principal> &principal, std::unique_ptr<ConnectionCounts::Slot> slot);
    /// Sends to everyone who may see things of `user` (null: everyone). Drops who does not take what was sent before.
    void send(const QString &text, const QUuid &user);
    void closeAll();
    [[nodiscard]] int count() const { return int(m_peers.size()); }

private:
    struct Peer
    {
        QPointer<QTcpSocket> socket;
        std::unique_ptr<QWebSocket> webSocket; ///< none before the handshake is done
        QUuid user;
        std::unique_ptr<ConnectionCounts::Slot> slot;
        bool answered = true; ///< the last ping
    };

    void upgraded();
    void ping();
    void forget(const QTcpSocket *socket);
    [[nodiscard]] Peer *peerAt(const QHostAddress &address, quint16 port);

    QWebSocketServer m_server;
    QTimer m_pings;
    std::vector<std::unique_ptr<Peer>> m_peers;
};

} // namespace kinframe::http
