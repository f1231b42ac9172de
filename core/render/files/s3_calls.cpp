// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/s3_calls.h"

#include "base/digest.h"
#include "transfer/http_errors.h"

#include <QRandomGenerator>
#include <QXmlStreamReader>

#include <condition_variable>
#include <mutex>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using transfer::HttpAnswer;

constexpr qint64 longestAnswer = 4 * 1024 * 1024;

QByteArray sha256Of(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish().toHex();
}

/// False where the stop came first.
bool wait(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    return !stopped.wait_for(lock, stop, time, [] { return false; }) && !stop.stop_requested();
}

/// What the server calls its refusal: the `Code` of its XML, else the status.
QString nameOf(const HttpAnswer &answer)
{
    QXmlStreamReader xml(answer.body);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "Code"_L1) {
            return xml.readElementText();
        }
    }
    return QString::number(answer.head.status);
}

} // namespace

S3Calls::S3Calls(transfer::HttpClient &client, S3Settings settings, Clock clock)
    : m_client(client)
    , m_settings(std::move(settings))
    , m_clock(std::move(clock))
{
}

QByteArray S3Calls::host() const
{
    const QUrl &url = m_settings.endpoint;
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    QString text = url.host(QUrl::FullyEncoded);
    if (!m_settings.isPathStyle) {
        text = m_settings.bucket + u'.' + text;
    }
    if (const int port = url.port(usual); port != usual) {
        text += u':' + QString::number(port);
    }
    return text.toLatin1();
}

QByteArray S3Calls::pathOf(const QString &key) const
{
    const QString bucket = m_settings.isPathStyle ? QString(u'/' + m_settings.bucket) : QString();
    const QString object = key.isEmpty() && m_settings.isPathStyle ? QString() : QString(u'/' + key);
    return sigV4Encoded(QString(bucket + object).toUtf8(), Slashes::Keep);
}

QUrl S3Calls::urlOf(const QByteArray &path, const QByteArray &query) const
{
    const QByteArray scheme = m_settings.endpoint.scheme().toLatin1();
    return QUrl::fromEncoded(scheme + "://" + host() + path + (query.isEmpty() ? QByteArray() : '?' + query));
}

SigV4Credentials S3Calls::credentials() const
{
    return {m_settings.accessKey.toUtf8(), m_settings.secret, m_settings.region.toUtf8()};
}

transfer::HttpRequest S3Calls::signedRequest(const Call &call) const
{
    const qint64 now = m_clock();
    SigV4Request signing{call.method, pathOf(call.key), call.query, {}, call.payload};
    if (signing.payload.isEmpty()) {
        signing.payload = sha256Of(call.body);
    }
    signing.headers = {{"Host", host()}, {"X-Amz-Content-Sha256", signing.payload}, {"X-Amz-Date", sigV4Time(now)}};
    transfer::HttpRequest request;
    request.method = call.method;
    request.url = urlOf(signing.path, sigV4Query(call.query));
    request.body = call.body;
    request.maxRedirects = 0; // The signature holds for this host alone.
    request.connectTimeout = std::chrono::seconds(5);
    if (call.method == "HEAD") {
        request.totalTimeout = std::chrono::seconds(10); // Somebody waits for a word.
    }
    request.headers = {{"X-Amz-Content-Sha256", signing.payload},
                       {"X-Amz-Date", sigV4Time(now)},
                       {"Authorization", sigV4Authorization(signing, credentials(), now)}};
    if (call.method == "PUT" || call.method == "POST") {
        request.headers.push_back({"Content-Type", "application/octet-stream"});
    }
    return request;
}

Result<HttpAnswer> S3Calls::send(const Call &call, const std::stop_token &stop) const
{
    for (int tries = 0;; ++tries) {
        auto answer = m_client.fetch(signedRequest(call), longestAnswer, stop).get();
        const auto accepted = answer ? transfer::accepted(answer->head) : failed(answer);
        if (accepted || !transfer::mayPass(accepted.error())) {
            if (!answer && answer.error().code == ErrorCode::Canceled) {
                return answer;
            }
            return answer ? answer : failure(u"it cannot be reached"_s, answer.error().forLog());
        }
        if (tries >= m_settings.retry.retries) {
            return answer ? refused(*answer) : failure(u"it cannot be reached"_s, answer.error().forLog());
        }
        const auto asked = answer ? transfer::retryAfter(answer->head, m_clock()) : std::nullopt;
        const double jitter = QRandomGenerator::global()->generateDouble();
        if (!wait(m_settings.retry.delay(tries, asked, jitter), stop)) {
            return fail(ErrorCode::Canceled);
        }
    }
}

QUrl S3Calls::link(const QString &key, std::chrono::seconds valid) const
{
    const SigV4Request request{"GET", pathOf(key), {}, {{"Host", host()}}, {}};
    return urlOf(request.path, sigV4PresignedQuery(request, credentials(), m_clock(), valid));
}

Failure S3Calls::failure(const QString &reason, const QString &detail) const
{
    return fail(ErrorCode::StoreFailed,
                {{u"store"_s, m_settings.endpoint.host() + u'/' + m_settings.bucket}, {u"reason"_s, reason}}, detail);
}

Failure S3Calls::refused(const HttpAnswer &answer) const
{
    return failure(u"it answered %1"_s.arg(nameOf(answer)), QString::fromUtf8(answer.body.left(500)));
}

} // namespace kinframe::render
