// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/web_socket_peers.h"

#include "server/http/limits.h"

#include <algorithm>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

// A client that lets this much wait is too slow for a stream of events; it may come again and read the state anew.
constexpr qint64 longestQueue = mebibyte;
// Clients only listen; what they send is read and dropped.
constexpr quint64 longestMessage = 64 * kibibyte;

} // namespace

WebSocketPeers::WebSocketPeers(std::chrono::milliseconds pingEvery)
    : m_server(u"Kinframe"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &WebSocketPeers::upgraded);
    connect(&m_pings, &QTimer::timeout, this, &WebSocketPeers::ping);
    m_pings.start(pingEvery);
}

WebSocketPeers::~WebSocketPeers()
{
    for (const auto &peer : m_peers) {
        if (peer->webSocket) {
            peer->webSocket->disconnect(this);
        }
        if (peer->socket) {
            peer->socket->disconnect(this);
        }
    }
}

void WebSocketPeers::adopt(std::unique_ptr<QTcpSocket> socket, const QByteArray &input,
                           const std::optional<accounts::Principal> &principal,
                           std::unique_ptr<ConnectionCounts::Slot> slot)
{
    // QWebSocketServer reads the head itself: it goes back into the socket, last byte first.
    for (qsizetype index = input.size() - 1; index >= 0; --index) {
        socket->ungetChar(input[index]);
    }
    QTcpSocket *raw = socket.release(); // the QWebSocket will own it
    auto peer = std::make_unique<Peer>();
    peer->socket = raw;
    peer->user = principal ? principal->uuid : QUuid();
    peer->slot = std::move(slot);
    m_peers.push_back(std::move(peer));
    connect(raw, &QTcpSocket::disconnected, this, [this, raw] { forget(raw); });
    m_server.handleConnection(raw);
    Q_EMIT raw->readyRead();
}

void WebSocketPeers::upgraded()
{
    while (m_server.hasPendingConnections()) {
        std::unique_ptr<QWebSocket> webSocket(m_server.nextPendingConnection());
        Peer *peer = peerAt(webSocket->peerAddress(), webSocket->peerPort());
        if (peer == nullptr) {
            continue;
        }
        webSocket->setParent(nullptr);
        webSocket->setMaxAllowedIncomingFrameSize(longestMessage);
        webSocket->setMaxAllowedIncomingMessageSize(longestMessage);
        connect(webSocket.get(), &QWebSocket::pong, this, [peer] { peer->answered = true; });
        peer->webSocket = std::move(webSocket);
    }
}

WebSocketPeers::Peer *WebSocketPeers::peerAt(const QHostAddress &address, quint16 port)
{
    for (const auto &peer : m_peers) {
        if (!peer->webSocket && peer->socket && peer->socket->peerPort() == port &&
            peer->socket->peerAddress() == address) {
            return peer.get();
        }
    }
    return nullptr;
}

void WebSocketPeers::forget(const QTcpSocket *socket)
{
    const auto found =
        std::find_if(m_peers.begin(), m_peers.end(), [&](const auto &peer) { return peer->socket == socket; });
    if (found == m_peers.end()) {
        return;
    }
    // It is the socket's own signal that calls this: the objects go when it has returned.
    if ((*found)->webSocket) {
        (*found)->webSocket->disconnect(this);
        (*found)->webSocket.release()->deleteLater();
    } else if ((*found)->socket) {
        (*found)->socket->deleteLater();
    }
    m_peers.erase(found);
}

void WebSocketPeers::send(const QString &text, const QUuid &user)
{
    std::vector<QPointer<QTcpSocket>> slow;
    for (const auto &peer : m_peers) {
        if (!peer->webSocket || (!user.isNull() && user != peer->user)) {
            continue;
        }
        if (peer->webSocket->bytesToWrite() > longestQueue) {
            slow.push_back(peer->socket);
        } else {
            peer->webSocket->sendTextMessage(text);
        }
    }
    for (const QPointer<QTcpSocket> &socket : slow) {
        if (socket) {
            socket->abort();
        }
    }
}

void WebSocketPeers::ping()
{
    std::vector<QPointer<QTcpSocket>> silent;
    for (const auto &peer : m_peers) {
        // Without a handshake within a whole span, too, nobody is there.
        if (!std::exchange(peer->answered, false)) {
            silent.push_back(peer->socket);
        } else if (peer->webSocket) {
            peer->webSocket->ping();
        }
    }
    for (const QPointer<QTcpSocket> &socket : silent) {
        if (socket) {
            socket->abort();
        }
    }
}

void WebSocketPeers::closeAll()
{
    // Closing forgets the peer, so the list is not gone through while it changes.
    std::vector<QPointer<QTcpSocket>> sockets;
    std::vector<QPointer<QWebSocket>> webSockets;
    for (const auto &peer : m_peers) {
        sockets.push_back(peer->socket);
        webSockets.emplace_back(peer->webSocket.get());
    }
    for (const QPointer<QWebSocket> &webSocket : webSockets) {
        if (webSocket) {
            webSocket->close(QWebSocketProtocol::CloseCodeGoingAway);
        }
    }
    for (const QPointer<QTcpSocket> &socket : sockets) {
        if (socket) {
            socket->disconnectFromHost();
        }
    }
}

} // namespace kinframe::http
