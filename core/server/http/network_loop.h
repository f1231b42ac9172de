// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/connection.h"
#include "server/http/mailbox.h"
#include "server/http/qt_http_adapter.h"
#include "server/http/server_context.h"
#include "server/http/web_socket_peers.h"

#include <QAbstractEventDispatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace kinframe::http {

/// What lives on one network thread: its connections, its router and its clock of deadlines.
class NetworkLoop final : public QObject
{
    Q_OBJECT

public:
    NetworkLoop(ServerContext &context, int index);
    ~NetworkLoop() override;

    /// What its thread should have to be fast; nullptr: nothing better than what Qt has.
    [[nodiscard]] static std::unique_ptr<QAbstractEventDispatcher> makeDispatcher();

    // From any thread, after begin().
    void adopt(qintptr descriptor);
    /// Calls the function on this thread, with the connection where it still lives.
    void post(quint64 connection, std::function<void(Connection &)> function);
    /// See WebSocketPeers::send().
    void broadcast(const QString &text, const QUuid &user);
    [[nodiscard]] Mailbox &mailbox() { return m_mailbox; }
    [[nodiscard]] int load() const { return m_load; }

    // On this thread only.
    [[nodiscard]] Result<void> begin();
    void stopSoon();
    /// Cuts every connection; those whose handler still runs stay until clear().
    void end();
    /// Once no handler runs any more.
    void clear();
    [[nodiscard]] ServerContext &context() { return m_context; }
    [[nodiscard]] QtHttpAdapter &router() { return *m_router; }
    [[nodiscard]] WebSocketPeers &webSockets() { return *m_webSockets; }
    [[nodiscard]] quint64 nextRequestId();
    // What every connection may use during one call, and none may keep.
    [[nodiscard]] std::span<char> readBuffer() { return m_readBuffer; }
    [[nodiscard]] std::string &headBuffer() { return m_headBuffer; }
    void retire(Connection &connection);

private:
    void open(qintptr descriptor);
    [[nodiscard]] std::unique_ptr<Channel> makeChannel(qintptr descriptor);
    void tick();

    ServerContext &m_context;
    Mailbox m_mailbox;
    std::vector<char> m_readBuffer;
    std::string m_headBuffer;
    std::atomic_int m_load = 0; ///< connections, also those on their way here
    std::unique_ptr<QtHttpAdapter> m_router;
    std::unique_ptr<WebSocketPeers> m_webSockets;
    std::unique_ptr<QTimer> m_clock;
    std::unordered_map<quint64, std::unique_ptr<Connection>> m_connections;
    quint64 m_nextConnection = 1;
    quint64 m_nextRequest;
};

} // namespace kinframe::http
