// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "base/result.h"
#include "transfer/http_client.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <stop_token>

namespace kinframe::app {

/// An answer of the library's API; `json` is an object or an array.
struct ApiAnswer
{
    int status = 0;
    QJsonValue json;

    [[nodiscard]] bool isGood() const { return status >= 200 && status < 300; }
    /// What the server says about a refusal.
    [[nodiscard]] QString message() const;
};

/// Asks a running library over HTTP, as its owner. Waits for each answer.
class ApiClient
{
public:
    /// `root` holds the owner's key and, where the server speaks TLS, its certificate.
    [[nodiscard]] static Result<std::unique_ptr<ApiClient>> connect(const QString &url, const QString &root);

    [[nodiscard]] Result<ApiAnswer> get(const QString &path, const std::stop_token &stop = {});
    [[nodiscard]] Result<ApiAnswer> send(const QByteArray &method, const QString &path, const QJsonObject &body,
                                         const std::stop_token &stop = {});
    [[nodiscard]] QString url() const { return m_url; }

private:
    ApiClient(QString url, QByteArray key, const transfer::HttpSettings &settings);
    QString m_url;
    QByteArray m_key;
    transfer::HttpClient m_client;
};

} // namespace kinframe::app
