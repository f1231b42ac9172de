// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open_library.h"
#include "server/http/authenticator.h"
#include "server/http/server.h"

#include <QString>

#include <memory>

namespace kinframe::app {

struct ServeOptions
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8000; ///< 0: a free one
    bool trustLoopback = false;
    bool isTls = false;
};

/// The HTTP server over an open library. While it runs, a file in the library's folder tells later commands where.
class RunningServer
{
public:
    /// PortInUse, AddressUnavailable, and what the certificate may fail with. The library outlives it.
    [[nodiscard]] static Result<std::unique_ptr<RunningServer>> start(const OpenLibrary &library,
                                                                      const ServeOptions &options);
    ~RunningServer();
    RunningServer(const RunningServer &) = delete;
    RunningServer &operator=(const RunningServer &) = delete;

    /// `http://127.0.0.1:8000`
    [[nodiscard]] QString url() const { return m_server->url(); }
    /// SHA-256 of the certificate; empty without TLS.
    [[nodiscard]] QString fingerprint() const { return m_fingerprint; }

private:
    RunningServer() = default;
    QString m_serverFile;
    QString m_fingerprint;
    std::unique_ptr<http::Authenticator> m_authenticator;
    std::unique_ptr<http::Server> m_server;
};

/// Where a server over this library listens, as the file says; empty where there is none.
struct ServerPlace
{
    QString url;
    qint64 pid = 0;
};
[[nodiscard]] ServerPlace readServerFile(const QString &root);

} // namespace kinframe::app
