// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/policy.h"

#include "base/files.h"
#include "server/http/header_value.h"
#include "server/http/multipart.h"

#include <algorithm>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

Refusal refusal(int status, ErrorCode code, Error::Facts facts)
{
    Refusal result;
    result.status = status;
    result.error = {code, std::move(facts), {}};
    return result;
}

/// Some proxy stands between: the address is the proxy's, not the client's.
bool cameThroughProxy(const Head &head)
{
    constexpr QByteArrayView prefix("X-Forwarded-");
    for (int index = 0; index < head.headers.size(); ++index) {
        const QByteArrayView name = head.headers.nameAt(index);
        if (equalsIgnoringCase(name, "Forwarded") ||
            (name.size() >= prefix.size() && equalsIgnoringCase(name.first(prefix.size()), prefix))) {
            return true;
        }
    }
    return false;
}

QByteArray joined(const std::vector<QByteArray> &methods)
{
    QByteArray text = "OPTIONS";
    for (const QByteArray &method : methods) {
        text += method == "OPTIONS" ? QByteArray() : ", " + method;
    }
    return text;
}

/// Whether the body goes to the disk.
bool isUpload(BodyKind kind)
{
    return kind == BodyKind::Multipart || kind == BodyKind::Raw || kind == BodyKind::Sink;
}

qint64 limitFor(const Route &route, const Limits &limits)
{
    if (route.body == BodyKind::None) {
        return limits.unusedBytes;
    }
    if (route.bodyLimit > 0) {
        return route.bodyLimit;
    }
    return isUpload(route.body) ? limits.uploadBytes : limits.jsonBytes;
}

/// Whose count the request goes on.
QByteArray rateKey(const Head &head, const std::optional<accounts::Principal> &principal)
{
    if (!principal) {
        return head.peer.countedAs;
    }
    if (!principal->credentialId.isNull()) {
        return principal->credentialId.toRfc4122();
    }
    return "user " + QByteArray::number(principal->userId) + ' ' + QByteArray::number(int(principal->credential));
}

} // namespace

Policy::Policy(PolicySetup setup, const RouteSet &routes)
    : m_setup(std::move(setup))
    , m_routes(routes)
    , m_origins(m_setup.hosts)
    , m_rates({m_setup.limits.requestsPerMinute})
{
}

Verdict Policy::judge(Head &head)
{
    Verdict verdict;
    head.trustsLoopback = m_setup.trustLoopback && head.peer.isLoopback && !cameThroughProxy(head);
    const Credentials credentials = credentialsOf(head);
    verdict.refusal = judgePath(head, verdict);
    if (auto origin = judgeOrigin(head, credentials)) {
        verdict.refusal = std::move(origin);
    }
    if (!verdict.refusal && verdict.options.isEmpty()) {
        verdict.refusal = judgeUser(head, credentials, verdict);
    }
    // Refused requests count too, or guessing keys would be free.
    if (auto rate = judgeRate(head, verdict)) {
        verdict.refusal = std::move(rate);
    }
    if (!verdict.refusal && verdict.options.isEmpty()) {
        verdict.refusal = judgeBody(head, verdict);
    }
    if (verdict.refusal) {
        verdict.refusal->route = verdict.route;
    }
    return verdict;
}

RateVerdict Policy::countNone(const Peer &peer)
{
    return count(peer.countedAs, peer);
}

RateVerdict Policy::count(QByteArrayView key, const Peer &peer)
{
    return m_rates.count(key, peer.isLoopback ? RateLimiter::Refusal::Never : RateLimiter::Refusal::Allowed);
}

std::optional<Refusal> Policy::judgeOrigin(const Head &head, const Credentials &credentials) const
{
    const OriginFacts facts{head.headers.value("Host"), head.headers.get("Origin"), head.peer.localAddressText,
                            head.peer.isTls, credentials.hasKey()};
    switch (m_origins.check(facts)) {
    case OriginVerdict::Allowed:
        return std::nullopt;
    case OriginVerdict::BadHost: {
        Refusal bad = refusal(400, ErrorCode::InvalidArgument,
                              {{u"field"_s, u"Host"_s},
                               {u"value"_s, QString::fromLatin1(facts.host)},
                               {u"expected"_s, u"the name or address of this server"_s}});
        bad.mustClose = true;
        return bad;
    }
    case OriginVerdict::ForeignHost:
        return refusal(403, ErrorCode::Forbidden,
                       {{u"what"_s, u"reach it as “%1”"_s.arg(QString::fromLatin1(facts.host))}});
    case OriginVerdict::ForeignOrigin:
        break;
    }
    return refusal(403, ErrorCode::Forbidden,
                   {{u"what"_s, u"call it from pages of “%1”"_s.arg(QString::fromLatin1(facts.origin.value_or("")))}});
}

std::optional<Refusal> Policy::judgePath(const Head &head, Verdict &verdict) const
{
    if (head.path == "*") {
        verdict.options = "OPTIONS, GET, HEAD, POST, PUT, PATCH, DELETE";
        return std::nullopt;
    }
    RouteMatch match = m_routes.find(head.method, head.path);
    switch (match.outcome) {
    case RouteMatch::Outcome::Found:
        break;
    case RouteMatch::Outcome::WrongMethod: {
        // The path is known under another method: its door says how an error looks.
        verdict.route = m_routes.find(match.allowed.front(), head.path).route;
        const QByteArray allow = joined(match.allowed);
        if (head.method == "OPTIONS") {
            verdict.options = allow;
            return std::nullopt;
        }
        Refusal wrong =
            refusal(405, ErrorCode::Unsupported,
                    {{u"value"_s, QString::fromLatin1(head.method)}, {u"expected"_s, QString::fromLatin1(allow)}});
        wrong.allow = allow;
        return wrong;
    }
    case RouteMatch::Outcome::NoRoute:
        return refusal(404, ErrorCode::NotFound,
                       {{u"what"_s, u"path"_s}, {u"id"_s, QString::fromLatin1(head.path.left(200))}});
    case RouteMatch::Outcome::BadPath:
        return refusal(400, ErrorCode::InvalidArgument,
                       {{u"field"_s, u"path"_s},
                        {u"value"_s, QString::fromLatin1(head.path.left(80))},
                        {u"expected"_s, u"a path of percent-encoded UTF-8"_s}});
    }
    verdict.route = match.route;
    verdict.arguments = std::move(match.arguments);
    auto query = QueryString::parse(head.rawQuery);
    if (!query) {
        return refusal(400, query.error().code, query.error().facts);
    }
    verdict.query = std::move(*query);
    return std::nullopt;
}

std::optional<Refusal> Policy::judgeUser(const Head &head, const Credentials &credentials, Verdict &verdict) const
{
    const Route &route = m_routes.at(verdict.route);
    if (m_setup.authenticator != nullptr &&
        (route.access != Access::Open || !credentials.isEmpty() || head.trustsLoopback)) {
        if (auto principal = m_setup.authenticator->authenticate(head)) {
            verdict.principal = std::move(*principal);
        } else if (route.access != Access::Open) {
            return Refusal{.status = 401, .error = principal.error()};
        }
    }
    if (route.access == Access::Open) {
        return std::nullopt;
    }
    if (!verdict.principal) {
        return refusal(401, ErrorCode::Unauthorized, {});
    }
    if (route.access == Access::Admin && !verdict.principal->isAdmin) {
        return refusal(403, ErrorCode::Forbidden, {{u"what"_s, u"administer this library"_s}});
    }
    const auto &permissions = verdict.principal->permissions;
    const bool mayAll =
        permissions.empty() || std::find(permissions.begin(), permissions.end(), u"all"_s) != permissions.end();
    if (!mayAll && !route.permission.isEmpty() &&
        std::find(permissions.begin(), permissions.end(), route.permission) == permissions.end()) {
        return refusal(403, ErrorCode::Forbidden, {{u"what"_s, route.permission}});
    }
    return std::nullopt;
}

std::optional<Refusal> Policy::judgeRate(const Head &head, Verdict &verdict)
{
    verdict.rate = count(rateKey(head, verdict.principal), head.peer);
    if (verdict.rate->allowed) {
        return std::nullopt;
    }
    Refusal limited = refusal(429, ErrorCode::RateLimited, {{u"seconds"_s, QString::number(verdict.rate->retryAfter)}});
    limited.retryAfter = verdict.rate->retryAfter;
    return limited;
}

std::optional<Refusal> Policy::judgeBody(const Head &head, Verdict &verdict) const
{
    const Route &route = m_routes.at(verdict.route);
    verdict.bodyLimit = limitFor(route, m_setup.limits);
    if (!head.hasBody()) {
        return std::nullopt;
    }
    if (head.contentLength.value_or(0) > verdict.bodyLimit) {
        return refusal(413, ErrorCode::TooLarge,
                       {{u"field"_s, u"body"_s},
                        {u"value"_s, u"%1 bytes"_s.arg(*head.contentLength)},
                        {u"limit"_s, u"%1 bytes"_s.arg(verdict.bodyLimit)}});
    }
    const QByteArrayView encoding = trimmed(head.headers.value("Content-Encoding"));
    if (!encoding.isEmpty() && !equalsIgnoringCase(encoding, "identity")) {
        return refusal(415, ErrorCode::Unsupported,
                       {{u"value"_s, QString::fromLatin1(encoding)}, {u"expected"_s, u"no Content-Encoding"_s}});
    }
    const QByteArrayView type = trimmed(head.headers.value("Content-Type"));
    if (route.body == BodyKind::Multipart) {
        if (const auto boundary = multipartBoundary(type); !boundary) {
            const Error &error = boundary.error();
            return refusal(error.code == ErrorCode::Unsupported ? 415 : 400, error.code, error.facts);
        }
    } else if (route.body == BodyKind::Json && type.size() >= 10 && equalsIgnoringCase(type.first(10), "multipart/")) {
        return refusal(415, ErrorCode::Unsupported,
                       {{u"value"_s, QString::fromLatin1(type)}, {u"expected"_s, u"application/json"_s}});
    }
    if (isUpload(route.body)) {
        return judgeSpace(head.contentLength.value_or(0));
    }
    return std::nullopt;
}

std::optional<Refusal> Policy::judgeSpace(qint64 needed) const
{
    const qint64 free = freeSpace(m_setup.spoolFolder);
    const qint64 missing = needed + m_setup.limits.freeSpace - free;
    if (free < 0 || missing <= 0) {
        return std::nullopt;
    }
    return refusal(507, ErrorCode::DiskFull,
                   {{u"path"_s, u"library"_s}, {u"missing"_s, u"%1 MB"_s.arg(missing / 1'000'000 + 1)}});
}

} // namespace kinframe::http
