// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/head_checks.h"

#include "server/http/header_value.h"

#include <array>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

const std::array<QByteArray, 7> &methods()
{
    static const std::array<QByteArray, 7> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return names;
}

Refusal broken(const QString &field, const QString &value, const QString &expected)
{
    Refusal refusal;
    refusal.status = 400;
    refusal.mustClose = true;
    refusal.error = {
        ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, value}, {u"expected"_s, expected}}, {}};
    return refusal;
}

Refusal unsupported(int status, QByteArrayView value, const QString &expected)
{
    Refusal refusal;
    refusal.status = status;
    refusal.mustClose = true;
    refusal.error = {ErrorCode::Unsupported,
                     {{u"value"_s, QString::fromLatin1(value.first(std::min<qsizetype>(value.size(), 80)))},
                      {u"expected"_s, expected}},
                     {}};
    return refusal;
}

std::optional<Refusal> checkHost(const Head &head)
{
    const int hosts = head.headers.count("Host");
    if (hosts > 1) {
        return broken(u"Host"_s, u"given %1 times"_s.arg(hosts), u"one host"_s);
    }
    if (hosts == 0 && head.minorVersion > 0) {
        return broken(u"Host"_s, u"missing"_s, u"the name of this server"_s);
    }
    return std::nullopt;
}

std::optional<Refusal> checkLength(const Head &head)
{
    if (head.headers.count("Content-Length") > 1 || head.headers.value("Content-Length").contains(',')) {
        return broken(u"Content-Length"_s, u"given more than once"_s, u"one number"_s);
    }
    const int encodings = head.headers.count("Transfer-Encoding");
    if (encodings == 0) {
        return std::nullopt;
    }
    if (encodings > 1 || head.minorVersion == 0 || head.contentLength) {
        return broken(u"Transfer-Encoding"_s, u"ambiguous"_s,
                      u"“chunked”, once, in HTTP/1.1, without Content-Length"_s);
    }
    const QByteArrayView encoding = trimmed(head.headers.value("Transfer-Encoding"));
    if (!head.chunked || !equalsIgnoringCase(encoding, "chunked")) {
        return unsupported(501, encoding, u"Transfer-Encoding: chunked"_s);
    }
    return std::nullopt;
}

std::optional<Refusal> checkExpectation(Head &head)
{
    const auto expectation = head.headers.get("Expect");
    if (!expectation || head.minorVersion == 0) {
        return std::nullopt;
    }
    if (!equalsIgnoringCase(trimmed(*expectation), "100-continue")) {
        return unsupported(417, *expectation, u"Expect: 100-continue"_s);
    }
    head.expectsContinue = head.hasBody();
    return std::nullopt;
}

std::optional<Refusal> splitTarget(Head &head, QByteArrayView target, const Limits &limits)
{
    if (target.size() > limits.targetBytes) {
        Refusal refusal;
        refusal.status = 414;
        refusal.mustClose = true;
        refusal.error = {ErrorCode::TooLarge,
                         {{u"field"_s, u"URL"_s},
                          {u"value"_s, u"%1 bytes"_s.arg(target.size())},
                          {u"limit"_s, u"%1 bytes"_s.arg(limits.targetBytes)}},
                         {}};
        return refusal;
    }
    // A proxy's absolute form is served where it names the same host as the Host header.
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() > scheme.size() && equalsIgnoringCase(target.first(scheme.size()), scheme)) {
            const QByteArrayView rest = target.sliced(scheme.size());
            const qsizetype slash = rest.indexOf('/');
            const QByteArrayView authority = slash < 0 ? rest : rest.first(slash);
            if (!equalsIgnoringCase(authority, trimmed(head.headers.value("Host")))) {
                return broken(u"URL"_s, u"for another host than the Host header"_s, u"a path"_s);
            }
            target = slash < 0 ? QByteArrayView("/") : rest.sliced(slash);
        }
    }
    const bool wholeServer = target == "*" && head.method == "OPTIONS";
    if (!wholeServer && !target.startsWith('/')) {
        return broken(u"URL"_s, u"not a path"_s, u"a path that begins with a slash"_s);
    }
    if (target.contains('#')) {
        return broken(u"URL"_s, u"with a fragment"_s, u"a path without a “#”"_s);
    }
    const qsizetype question = target.indexOf('?');
    head.path = (question < 0 ? target : target.first(question)).toByteArray();
    head.rawQuery = question < 0 ? QByteArray() : target.sliced(question + 1).toByteArray();
    return std::nullopt;
}

} // namespace

QByteArray methodName(QByteArrayView text)
{
    for (const QByteArray &name : methods()) {
        if (text == name) {
            return name;
        }
    }
    return text.toByteArray();
}

std::optional<Refusal> checkHead(Head &head, QByteArrayView target, const Limits &limits)
{
    if (std::find(methods().begin(), methods().end(), head.method) == methods().end()) {
        return unsupported(501, head.method, u"GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS"_s);
    }
    if (auto refusal = checkHost(head)) {
        return refusal;
    }
    if (auto refusal = checkLength(head)) {
        return refusal;
    }
    if (auto refusal = checkExpectation(head)) {
        return refusal;
    }
    return splitTarget(head, target, limits);
}

} // namespace kinframe::http
