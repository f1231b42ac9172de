// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/redirect.h"

#include "transfer/http_errors.h"

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// What says only what is wanted, not who wants it. Everything else (Authorization, Cookie, x-api-key, …) stays.
constexpr std::array<QByteArrayView, 8> harmless{
    "Accept",        "Accept-Language", "Content-Type", "If-Modified-Since",
    "If-None-Match", "If-Range",        "Range",        "Cache-Control"};

bool isHarmless(const HttpHeader &header)
{
    return std::ranges::any_of(
        harmless, [&](QByteArrayView name) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
}

bool isBodyHeader(const HttpHeader &header)
{
    return header.name.startsWith("Content-") || header.name.startsWith("content-");
}

} // namespace

bool isWebAddress(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && (scheme == u"http"_s || scheme == u"https"_s) && !url.host().isEmpty();
}

QString originOf(const QUrl &url)
{
    const int usual = url.scheme() == u"https"_s ? 443 : 80;
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(usual));
}

bool isRedirect(const HttpHead &head)
{
    switch (head.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return !head.header("Location").isEmpty();
    default:
        return false;
    }
}

Result<HttpRequest> redirected(const HttpRequest &request, const HttpHead &head)
{
    const QUrl target = request.url.resolved(QUrl::fromEncoded(head.header("Location")));
    if (!isWebAddress(target)) {
        return Failure(invalidAnswer(request.url, u"it redirects to an address that is not of the web"_s));
    }
    if (request.url.scheme() == u"https"_s && target.scheme() != u"https"_s) {
        return Failure(invalidAnswer(request.url, u"it redirects from a secure address to an open one"_s));
    }
    HttpRequest next = request;
    next.url = target;
    const bool sameOrigin = originOf(target) == originOf(request.url);
    if (sameOrigin) {
        next.url.setUserInfo(request.url.userInfo());
    } else {
        next.url.setUserInfo({});
        next.fingerprint.clear();
        std::erase_if(next.headers, [](const HttpHeader &header) { return !isHarmless(header); });
    }
    const bool asksAnew =
        head.status == 303 || ((head.status == 301 || head.status == 302) && request.method == "POST");
    if (asksAnew && request.method != "HEAD") {
        next.method = "GET";
        next.body.clear();
        std::erase_if(next.headers, isBodyHeader);
    } else if (!sameOrigin && !request.body.isEmpty()) {
        // A body may be a password as well as a question.
        return Failure(invalidAnswer(request.url, u"it redirects what was sent to another server"_s));
    }
    return next;
}

} // namespace kinframe::transfer
