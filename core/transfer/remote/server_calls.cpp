// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/server_calls.h"

#include "transfer/http_errors.h"

#include <QJsonDocument>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qint64 largestJson = 32 * 1024 * 1024;

/// The server's own words: a text, or a list of them.
QString messageOf(const QByteArray &body)
{
    const QJsonValue message = QJsonDocument::fromJson(body).object().value("message"_L1);
    return message.isArray() ? message.toArray().first().toString() : message.toString();
}

Failure notJson(const HttpHead &head)
{
    return Failure(invalidAnswer(head.url, u"not JSON"_s));
}

} // namespace

HttpHeaders ServerAccess::headers() const
{
    if (secret.isEmpty()) {
        return {};
    }
    return usesKey ? HttpHeaders{{"x-api-key", secret}} : HttpHeaders{{"Authorization", "Bearer " + secret}};
}

QUrl ServerAccess::original(const QString &assetId) const
{
    QUrl url = api;
    const QString form = isOld() ? u"/asset/file/%1"_s : u"/assets/%1/original"_s;
    url.setPath(url.path() + form.arg(assetId));
    return url;
}

Error refusalOf(const HttpAnswer &answer)
{
    const auto refused = accepted(answer.head);
    Error error = refused ? invalidAnswer(answer.head.url, u"an empty answer"_s) : refused.error();
    const QString message = messageOf(answer.body);
    error.detail = message.left(300);
    const int status = answer.head.status;
    if (status == 403) {
        error.code = ErrorCode::RemoteForbidden;
        error.facts.emplace_back(u"what"_s, message.section(u':', -1).trimmed().left(100));
    } else if (status == 400 && message.startsWith("Not found or no"_L1)) {
        error.code = ErrorCode::RemoteNotFound;
    }
    return error;
}

bool isUnknownCall(const Error &error)
{
    const int status = error.fact(u"status"_s).toInt();
    return status == 404 || status == 405;
}

ServerCalls::ServerCalls(HttpClient &client, ServerAccess access)
    : m_client(client)
    , m_access(std::move(access))
{
}

HttpRequest ServerCalls::request(const QString &path, const QUrlQuery &query,
                                 const std::optional<QJsonObject> &body) const
{
    HttpRequest request;
    request.url = m_access.api;
    request.url.setPath(request.url.path() + path);
    if (!query.isEmpty()) {
        request.url.setQuery(query);
    }
    request.fingerprint = m_access.fingerprint.toLatin1();
    request.headers = m_access.headers();
    request.headers.push_back({"Accept", "application/json"});
    if (body) {
        request.method = "POST";
        request.headers.push_back({"Content-Type", "application/json"});
        request.body = QJsonDocument(*body).toJson(QJsonDocument::Compact);
    }
    request.connectTimeout = 10s;
    request.totalTimeout = 60s;
    request.compressed = true;
    return request;
}

Result<HttpAnswer> ServerCalls::fetch(HttpRequest request, qint64 limit, const std::stop_token &stop) const
{
    auto answer = m_client.fetch(std::move(request), limit, stop).get();
    if (!answer) {
        return Failure(withFingerprint(answer.error()));
    }
    if (!accepted(answer->head)) {
        return Failure(refusalOf(*answer));
    }
    return answer;
}

Result<HttpHead> ServerCalls::stream(HttpRequest request, const AnswerReader &reader, const std::stop_token &stop) const
{
    request.totalTimeout = 0ms;
    request.stallTimeout = 120s; // It may collect ten thousand assets before its first word.
    const auto answer = readStreamed(m_client, std::move(request), reader, stop);
    if (!answer) {
        return Failure(withFingerprint(answer.error()));
    }
    if (!accepted(answer->head)) {
        return Failure(refusalOf(*answer));
    }
    return answer->head;
}

Result<QJsonObject> ServerCalls::object(const QString &path, const std::stop_token &stop, const QUrlQuery &query) const
{
    const auto answer = fetch(request(path, query), largestJson, stop);
    if (!answer) {
        return failed(answer);
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    return document.isObject() ? Result<QJsonObject>(document.object()) : notJson(answer->head);
}

Result<QJsonArray> ServerCalls::list(const QString &path, const std::stop_token &stop, const QUrlQuery &query) const
{
    const auto answer = fetch(request(path, query), largestJson, stop);
    if (!answer) {
        return failed(answer);
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    return document.isArray() ? Result<QJsonArray>(document.array()) : notJson(answer->head);
}

Result<QJsonObject> ServerCalls::post(const QString &path, const QJsonObject &body, const std::stop_token &stop) const
{
    const auto answer = fetch(request(path, {}, body), largestJson, stop);
    if (!answer) {
        return failed(answer);
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer->body);
    return document.isObject() ? Result<QJsonObject>(document.object()) : notJson(answer->head);
}

} // namespace kinframe::transfer
