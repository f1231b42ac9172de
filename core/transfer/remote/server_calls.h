// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/http_client.h"
#include "transfer/remote/remote_server.h"
#include "transfer/remote/streamed_answer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

namespace kinframe::transfer {

/// How to speak to one server.
struct ServerAccess
{
    QUrl api;
    QString fingerprint;
    bool usesKey = true;
    QByteArray secret; ///< the key or the token; empty: nobody
    RemoteVersion version;

    /// With the credentials.
    [[nodiscard]] HttpHeaders headers() const;
    /// Before 1.106 the calls had other names: `/asset`, `/album`, `/person`.
    [[nodiscard]] bool isOld() const { return version < RemoteVersion{1, 106, 0}; }
    /// Of the original bytes of an asset.
    [[nodiscard]] QUrl original(const QString &assetId) const;
};

/// Asks one server, and says in our words what it answers. One caller's thread, which waits.
class ServerCalls
{
public:
    /// The client outlives it.
    ServerCalls(HttpClient &client, ServerAccess access);

    [[nodiscard]] const ServerAccess &access() const { return m_access; }

    // JSON of at most 32 MB. The errors of an exchange, RemoteCertificate, RemoteUnauthorized, RemoteForbidden,
    // RemoteNotFound, RemoteRefused, RemoteInvalid.
    [[nodiscard]] Result<QJsonObject> object(const QString &path, const std::stop_token &stop,
                                             const QUrlQuery &query = {}) const;
    [[nodiscard]] Result<QJsonArray> list(const QString &path, const std::stop_token &stop,
                                          const QUrlQuery &query = {}) const;
    [[nodiscard]] Result<QJsonObject> post(const QString &path, const QJsonObject &body,
                                           const std::stop_token &stop) const;

    /// A request to it, ready to be sent. A body makes it a POST.
    [[nodiscard]] HttpRequest request(const QString &path, const QUrlQuery &query = {},
                                      const std::optional<QJsonObject> &body = {}) const;
    /// Up to `limit` bytes of an answer of success.
    [[nodiscard]] Result<HttpAnswer> fetch(HttpRequest request, qint64 limit, const std::stop_token &stop) const;
    /// A long answer of success, see readStreamed.
    [[nodiscard]] Result<HttpHead> stream(HttpRequest request, const AnswerReader &reader,
                                          const std::stop_token &stop) const;

private:
    HttpClient &m_client;
    ServerAccess m_access;
};

/// What an answer that is none of success means.
[[nodiscard]] Error refusalOf(const HttpAnswer &answer);
/// The server does not have that call: 404 or 405 for an address that names no asset.
[[nodiscard]] bool isUnknownCall(const Error &error);

} // namespace kinframe::transfer
