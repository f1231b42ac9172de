// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api_client.h"

#include "base/files.h"

#include <QJsonDocument>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestAnswer = 64 * 1024 * 1024;
constexpr qint64 largestKey = 1024;

QJsonValue parsed(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

QString ApiAnswer::message() const
{
    const QJsonValue message = json.toObject().value("message"_L1);
    if (message.isArray()) {
        return message.toArray().first().toString();
    }
    return message.isString() ? message.toString() : u"HTTP %1"_s.arg(status);
}

ApiClient::ApiClient(QString url, QByteArray key, const transfer::HttpSettings &settings)
    : m_url(std::move(url))
    , m_key(std::move(key))
    , m_client(settings)
{
}

Result<std::unique_ptr<ApiClient>> ApiClient::connect(const QString &url, const QString &root)
{
    auto key = readSmallFile(root + u"/owner.key"_s, largestKey);
    if (!key) {
        return failed(key);
    }
    transfer::HttpSettings settings;
    if (url.startsWith(u"https:")) {
        settings.trustedCertificates = root + u"/tls/certificate.pem"_s;
    }
    return std::unique_ptr<ApiClient>(new ApiClient(url, key->trimmed(), settings));
}

Result<ApiAnswer> ApiClient::get(const QString &path, const std::stop_token &stop)
{
    return send("GET", path, {}, stop);
}

Result<ApiAnswer> ApiClient::send(const QByteArray &method, const QString &path, const QJsonObject &body,
                                  const std::stop_token &stop)
{
    transfer::HttpRequest request;
    request.method = method;
    request.url = QUrl(m_url + path);
    request.stallTimeout = std::chrono::seconds(0); // A backup or a fetch of models answers when it is done.
    request.headers = {{"x-api-key", m_key},
                       {"Accept-Language", systemLanguage() == Language::Chinese ? "zh-CN" : "en"}};
    if (method != "GET") {
        request.headers.push_back({"Content-Type", "application/json"});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    auto answer = m_client.fetch(std::move(request), largestAnswer, stop).get();
    if (!answer) {
        return failed(answer);
    }
    return ApiAnswer{answer->head.status, parsed(answer->body)};
}

} // namespace kinframe::app
