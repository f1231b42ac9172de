// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/server.h"

#include <QSslSocket>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace kinframe::http::test {

/// Knows three people by their keys: `user-key`, `admin-key`, and `reader-key` with the permission `asset.read` only.
class KeyAuthenticator final : public Authenticator
{
public:
    Result<accounts::Principal> authenticate(const Head &head) override;
};

/// An answer as it came over the wire.
struct Answer
{
    int status = 0;
    std::multimap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                               ///< without chunks
    bool isWhole = false;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// A client that sends exactly the bytes it is told to.
class RawClient
{
public:
    enum class Tls { No, Yes };
    explicit RawClient(quint16 port, Tls tls = Tls::No);

    void send(const QByteArray &bytes);
    /// The next final answer; 100 Continue is skipped and counted. `method` HEAD: it has no body.
    [[nodiscard]] Answer receive(const QByteArray &method = "GET");
    [[nodiscard]] Answer ask(const QByteArray &bytes);
    /// Reads until the server closes; false where it does not.
    [[nodiscard]] bool isClosedByServer();
    /// At least so many bytes, as they come.
    [[nodiscard]] QByteArray read(qsizetype count);
    void reset();
    [[nodiscard]] int continues() const { return m_continues; }
    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }

private:
    [[nodiscard]] bool readMore();
    [[nodiscard]] QByteArray line();
    [[nodiscard]] QByteArray chunks();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_input;
    int m_continues = 0;
};

/// A running server with the routes given and short limits where a test sets them.
class Gate
{
public:
    explicit Gate(std::vector<Route> routes, const std::function<void(ServerOptions &)> &adjust = {});

    [[nodiscard]] quint16 port() const { return m_server->port(); }
    [[nodiscard]] RawClient client() const { return RawClient(port()); }
    [[nodiscard]] Answer ask(const QByteArray &bytes) const { return client().ask(bytes); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QStringList spooled() const;
    [[nodiscard]] Server &server() { return *m_server; }

private:
    QTemporaryDir m_folder;
    KeyAuthenticator m_authenticator;
    std::unique_ptr<Server> m_server;
};

/// `GET path HTTP/1.1` with a Host and the header lines given (each with its CR LF).
[[nodiscard]] QByteArray get(const QByteArray &path, const QByteArray &headers = {});
[[nodiscard]] QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});
/// Cuts a body into chunks of that size.
[[nodiscard]] QByteArray chunked(const QByteArray &body, qsizetype size);

/// An open route that answers on the network thread.
[[nodiscard]] Route openRoute(const QByteArray &method, const QByteArray &pattern, Handler handler);

} // namespace kinframe::http::test
