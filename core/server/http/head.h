// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/headers.h"
#include "server/http/peer.h"

#include <QByteArray>

#include <optional>

namespace kinframe::http {

/// Everything of a request that comes before its body, checked to be well-formed.
struct Head
{
    QByteArray method;   ///< GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS
    QByteArray path;     ///< encoded as it came, without the query; `*` for OPTIONS of the whole server
    QByteArray rawQuery; ///< encoded as it came, without the `?`
    Headers headers;
    Peer peer;
    int minorVersion = 1; ///< HTTP/1.0 or 1.1
    bool keepAlive = false;
    bool chunked = false;
    bool expectsContinue = false;
    /// This comes from this computer, not through a proxy, and the setting lets such requests act as the owner.
    bool trustsLoopback = false;
    std::optional<qint64> contentLength;

    [[nodiscard]] bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

} // namespace kinframe::http
