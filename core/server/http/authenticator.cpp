// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/authenticator.h"

#include "server/http/cookie.h"
#include "server/http/header_value.h"

namespace kinframe::http {

Credentials credentialsOf(const Head &head)
{
    Credentials credentials;
    const QByteArrayView authorization = trimmed(head.headers.value("Authorization"));
    constexpr QByteArrayView scheme("Bearer ");
    if (authorization.size() > scheme.size() && equalsIgnoringCase(authorization.first(scheme.size()), scheme)) {
        credentials.bearer = trimmed(authorization.sliced(scheme.size())).toByteArray();
    }
    // The mobile apps of Immich have headers of their own for the same token.
    for (const QByteArrayView name :
         {QByteArrayView("x-immich-user-token"), QByteArrayView("x-immich-session-token")}) {
        if (credentials.bearer.isEmpty()) {
            credentials.bearer = trimmed(head.headers.value(name)).toByteArray();
        }
    }
    credentials.apiKey = trimmed(head.headers.value("x-api-key")).toByteArray();
    const QByteArrayView cookies = head.headers.value("Cookie");
    if (!cookies.isEmpty()) {
        for (const QByteArrayView name : {QByteArrayView("immich_access_token"), QByteArrayView("kinframe_token")}) {
            if (auto value = cookieValue(cookies, name); value && !value->isEmpty()) {
                credentials.cookies.push_back(std::move(*value));
            }
        }
    }
    return credentials;
}

} // namespace kinframe::http
