// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Paths, queries, cookies and origins of any bytes.
#include "fuzz/input.h"
#include "server/http/cookie.h"
#include "server/http/header_value.h"
#include "server/http/origin_check.h"
#include "server/http/percent.h"
#include "server/http/query_string.h"
#include "server/http/route_table.h"

using namespace kinframe;
using namespace kinframe::http;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

const RouteTable &routes()
{
    static const RouteTable table = [] {
        RouteTable made;
        int route = 0;
        for (const char *pattern : {"/", "/a", "/a/{x}", "/a/{x}/b", "/{x}/{y}/c", "/a/b/{z}", "/{x}/{y}/{z}/{w}"}) {
            require(made.add("GET", RoutePattern::parse(pattern).value(), route++).has_value());
        }
        return made;
    }();
    return table;
}

void checkPath(QByteArrayView path)
{
    const RouteMatch match = routes().find("GET", path);
    require((match.outcome == RouteMatch::Outcome::Found) == (match.route >= 0));
    require(match.outcome == RouteMatch::Outcome::Found || match.arguments.empty());
    for (const QString &argument : match.arguments) {
        require(!argument.isEmpty() && !argument.contains(QChar(u'\0')) && argument != QLatin1String(".."));
        const QByteArray utf8 = argument.toUtf8();
        require(percentDecodedText(percentEncoded(utf8)) == argument);
    }
    const RouteMatch other = routes().find("PUT", path);
    require(other.outcome != RouteMatch::Outcome::Found);
    require((other.outcome == RouteMatch::Outcome::WrongMethod) == (match.outcome == RouteMatch::Outcome::Found));
    if (const Result<RoutePattern> pattern = RoutePattern::parse(path)) {
        RouteTable made;
        require(made.add("GET", *pattern, 1).has_value());
        require(!made.add("GET", *pattern, 2).has_value());
    }
}

void checkQuery(QByteArrayView raw)
{
    const Result<QueryString> query = QueryString::parse(raw);
    if (!query) {
        return;
    }
    QByteArray again;
    for (const auto &[name, value] : query->pairs()) {
        require(query->has(name) && query->all(name).contains(value));
        again += percentEncoded(name.toUtf8()) + '=' + percentEncoded(value.toUtf8()) + '&';
    }
    const Result<QueryString> reread = QueryString::parse(again, {.bytes = again.size()});
    require(reread && reread->pairs() == query->pairs());
}

void checkCookies(QByteArrayView header)
{
    for (const Cookie &cookie : parseCookies(header)) {
        const Result<QByteArray> made = setCookie(cookie.name, cookie.value, {});
        require(made.has_value());
        require(!made->contains('\r') && !made->contains('\n'));
        require(parseCookies(QByteArray(cookie.name + '=' + cookie.value)) == std::vector{cookie});
    }
}

void checkOrigin(QByteArrayView host, QByteArrayView origin)
{
    static const OriginCheck check({QStringLiteral("nas.local")});
    const OriginVerdict alone = check.check({.host = host, .origin = {}, .localAddress = {}});
    const OriginVerdict both = check.check({.host = host, .origin = origin, .localAddress = {}});
    require(both == alone || (alone == OriginVerdict::Allowed && both == OriginVerdict::ForeignOrigin));
    if (const std::optional<HostPort> parsed = parseHostPort(host)) {
        const bool hasColon = parsed->host.contains(':');
        const QByteArray bare = hasColon ? QByteArray('[' + parsed->host + ']') : parsed->host;
        const std::optional<HostPort> again = parseHostPort(bare);
        require(again && again->host == parsed->host);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    checkPath(input.line());
    checkQuery(input.line());
    checkCookies(input.line());
    const QByteArrayView host = input.line();
    checkOrigin(host, input.line());
    const QByteArrayView header = input.rest();
    if (const std::optional<ParameterizedValue> parsed = parseParameterized(header)) {
        for (const auto &[name, value] : parsed->parameters) {
            require(parsed->parameter(name) == value);
        }
    }
    for (const QByteArrayView element : listElements(header)) {
        require(!element.isEmpty());
    }
    return 0;
}
