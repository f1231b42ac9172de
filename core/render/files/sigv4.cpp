// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/sigv4.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QTimeZone>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *algorithm = "AWS4-HMAC-SHA256";

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// In lower case, sorted; the values of one that comes several times with commas between them.
SigV4Pairs canonicalHeaders(const SigV4Pairs &headers)
{
    SigV4Pairs sorted;
    for (const auto &[name, value] : headers) {
        sorted.emplace_back(name.toLower(), value.simplified());
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    SigV4Pairs joined;
    for (const auto &[name, value] : sorted) {
        if (!joined.empty() && joined.back().first == name) {
            joined.back().second += ',' + value;
        } else {
            joined.emplace_back(name, value);
        }
    }
    return joined;
}

QByteArray signedHeaders(const SigV4Pairs &headers)
{
    QByteArrayList names;
    for (const auto &[name, value] : canonicalHeaders(headers)) {
        names << name;
    }
    return names.join(';');
}

QByteArray scopeOf(const SigV4Credentials &credentials, const QByteArray &time)
{
    constexpr qsizetype dateLength = 8;
    return time.first(dateLength) + '/' + credentials.region + '/' + credentials.service + "/aws4_request";
}

QByteArray signatureOf(const SigV4Request &request, const SigV4Credentials &credentials, const QByteArray &time)
{
    const QByteArray scope = scopeOf(credentials, time);
    const QByteArray toSign =
        QByteArray(algorithm) + '\n' + time + '\n' + scope + '\n' + sha256(sigV4CanonicalRequest(request));
    QByteArray key = "AWS4" + credentials.secret;
    for (const QByteArray &part : scope.split('/')) {
        key = hmac(key, part);
    }
    return hmac(key, toSign).toHex();
}

} // namespace

QByteArray sigV4Encoded(QByteArrayView text, Slashes slashes)
{
    const QByteArray kept = slashes == Slashes::Keep ? QByteArray("/") : QByteArray();
    return text.toByteArray().toPercentEncoding(kept);
}

QByteArray sigV4Query(const SigV4Pairs &query)
{
    SigV4Pairs encoded;
    for (const auto &[name, value] : query) {
        encoded.emplace_back(sigV4Encoded(name, Slashes::Encode), sigV4Encoded(value, Slashes::Encode));
    }
    std::sort(encoded.begin(), encoded.end());
    QByteArrayList pairs;
    for (const auto &[name, value] : encoded) {
        pairs << QByteArray(name + '=' + value);
    }
    return pairs.join('&');
}

QByteArray sigV4Time(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

QByteArray sigV4CanonicalRequest(const SigV4Request &request)
{
    QByteArray headers;
    for (const auto &[name, value] : canonicalHeaders(request.headers)) {
        headers += name + ':' + value + '\n';
    }
    return request.method + '\n' + request.path + '\n' + sigV4Query(request.query) + '\n' + headers + '\n' +
           signedHeaders(request.headers) + '\n' + request.payload;
}

QByteArray sigV4Authorization(const SigV4Request &request, const SigV4Credentials &credentials, qint64 nowMs)
{
    const QByteArray time = sigV4Time(nowMs);
    return QByteArray(algorithm) + " Credential=" + credentials.accessKey + '/' + scopeOf(credentials, time) +
           ", SignedHeaders=" + signedHeaders(request.headers) +
           ", Signature=" + signatureOf(request, credentials, time);
}

QByteArray sigV4PresignedQuery(SigV4Request request, const SigV4Credentials &credentials, qint64 nowMs,
                               std::chrono::seconds valid)
{
    const QByteArray time = sigV4Time(nowMs);
    request.query.emplace_back("X-Amz-Algorithm", algorithm);
    request.query.emplace_back("X-Amz-Credential", credentials.accessKey + '/' + scopeOf(credentials, time));
    request.query.emplace_back("X-Amz-Date", time);
    request.query.emplace_back("X-Amz-Expires", QByteArray::number(qint64(valid.count())));
    request.query.emplace_back("X-Amz-SignedHeaders", signedHeaders(request.headers));
    request.payload = "UNSIGNED-PAYLOAD";
    return sigV4Query(request.query) + "&X-Amz-Signature=" + signatureOf(request, credentials, time);
}

} // namespace kinframe::render
