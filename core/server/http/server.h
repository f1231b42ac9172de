// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "base/result.h"
#include "server/http/authenticator.h"
#include "server/http/limits.h"
#include "server/http/route.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace kinframe::http {

struct ServerOptions
{
    QString host = QStringLiteral("127.0.0.1"); ///< an address of this computer, `0.0.0.0`, `::` or `localhost`
    quint16 port = 0;                           ///< 0: a free one, see Server::port()
    Limits limits = {};
    QByteArray tlsCertificate = {}; ///< PEM, with its chain; empty: no TLS
    QByteArray tlsKey = {};         ///< PEM
    QString spoolFolder = {};       ///< for uploads; must exist and lie on the library's volume
    std::vector<Route> routes = {};
    Authenticator *authenticator = nullptr; ///< outlives the server
    bool trustLoopback = false;             ///< requests from this computer without credentials may act as the owner
    QStringList allowedHosts = {}; ///< names of this computer besides localhost and the connection's own address
    EventBus *events = nullptr;    ///< outlives the server; what its WebSockets tell
    int threads = 0;               ///< network threads; 0: as many as there are cores, at most 4
};

/// The HTTP server: its own threads, from start() to stop(). Started and stopped by one thread, which must not be one
/// of its handlers'.
class Server
{
public:
    explicit Server(ServerOptions options);
    /// Stops.
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// PortInUse, AddressUnavailable, FileDamaged for a certificate that cannot be read, InvalidArgument or Conflict
    /// for a route that cannot be.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] quint16 port() const { return m_port; }
    /// `http://127.0.0.1:8000`
    [[nodiscard]] QString url() const;
    /// Open connections, for status pages.
    [[nodiscard]] int connectionCount() const;
    /// Accepts nothing new, lets replies finish for as long as the limits say, then joins every thread. Handlers that
    /// run are told by their stop token and waited for.
    void stop();

private:
    struct Running;

    [[nodiscard]] Result<void> startThreads();

    ServerOptions m_options;
    quint16 m_port = 0;
    std::unique_ptr<Running> m_running;
};

} // namespace kinframe::http
