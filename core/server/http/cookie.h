// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace kinframe::http {

struct Cookie
{
    QByteArray name;
    QByteArray value; ///< without its quotes

    friend bool operator==(const Cookie &, const Cookie &) = default;
};

/// The cookies of a Cookie header in their order. Pairs that break the grammar are left out, not refused: browsers
/// send along what other programs on the same host have set.
[[nodiscard]] std::vector<Cookie> parseCookies(QByteArrayView header);
/// The first of that name (names are case-sensitive).
[[nodiscard]] std::optional<QByteArray> cookieValue(QByteArrayView header, QByteArrayView name);

struct CookieOptions
{
    bool secure = false;                 ///< set on TLS
    std::optional<qint64> maxAgeSeconds; ///< none: until the browser closes; 0: delete it
};

/// A Set-Cookie value for the whole site: HttpOnly, SameSite=Lax. InvalidArgument for characters that a cookie cannot
/// carry.
[[nodiscard]] Result<QByteArray> setCookie(const QByteArray &name, const QByteArray &value, CookieOptions options);

} // namespace kinframe::http
