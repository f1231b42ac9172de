// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/headers.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <optional>

namespace kinframe::http {

/// Who is at the other end of a connection. IPv4-mapped addresses are written as IPv4.
struct Peer
{
    QHostAddress address;
    quint16 port = 0;
    QString addressText;      ///< of `address`
    QString localAddressText; ///< of the address of this computer that the connection came in on
    bool isLoopback = false;
    bool isTls = false;
};

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
