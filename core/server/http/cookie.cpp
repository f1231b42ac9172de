// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/cookie.h"

#include "server/http/header_value.h"
#include "server/http/invalid_input.h"

#include <algorithm>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

/// cookie-octet of RFC 6265.
bool isValueCharacter(char character)
{
    return character > 0x20 && character < 0x7F && character != '"' && character != ',' && character != ';' &&
           character != '\\';
}

bool isValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), isValueCharacter);
}

std::optional<Cookie> parsePair(QByteArrayView text)
{
    const qsizetype equals = text.indexOf('=');
    if (equals < 0 || !isToken(text.first(equals))) {
        return {};
    }
    QByteArrayView value = text.sliced(equals + 1);
    if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"')) {
        value = value.sliced(1, value.size() - 2);
    }
    return isValue(value) ? std::optional(Cookie{text.first(equals).toByteArray(), value.toByteArray()}) : std::nullopt;
}

} // namespace

std::vector<Cookie> parseCookies(QByteArrayView header)
{
    std::vector<Cookie> cookies;
    while (!header.isEmpty()) {
        const qsizetype end = header.indexOf(';');
        if (std::optional<Cookie> cookie = parsePair(trimmed(end < 0 ? header : header.first(end)))) {
            cookies.push_back(std::move(*cookie));
        }
        header = end < 0 ? QByteArrayView() : header.sliced(end + 1);
    }
    return cookies;
}

std::optional<QByteArray> cookieValue(QByteArrayView header, QByteArrayView name)
{
    for (Cookie &cookie : parseCookies(header)) {
        if (cookie.name == name) {
            return std::move(cookie.value);
        }
    }
    return {};
}

Result<QByteArray> setCookie(const QByteArray &name, const QByteArray &value, CookieOptions options)
{
    if (!isToken(name)) {
        return invalidInput(u"cookie"_s, name, u"a name that is a token (RFC 6265)"_s);
    }
    if (!isValue(value)) {
        return invalidInput(QString::fromLatin1(name), {}, u"a value that a cookie can carry (RFC 6265)"_s);
    }
    QByteArray text = name + '=' + value + "; Path=/";
    if (options.maxAgeSeconds) {
        text += "; Max-Age=" + QByteArray::number(*options.maxAgeSeconds);
    }
    text += "; HttpOnly; SameSite=Lax";
    if (options.secure) {
        text += "; Secure";
    }
    return text;
}

} // namespace kinframe::http
