// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace kinframe::transfer {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
};
using HttpHeaders = std::vector<HttpHeader>;

/// The first value of that header, in whatever case it was written; null where there is none.
[[nodiscard]] QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);

/// What is asked of another server. Only http and https, also after redirects.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url; ///< a user and password in it are sent as basic authentication
    /// Sent to the origin of `url`; to another one, after a redirect, only those that cannot hold a secret.
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds connectTimeout{15'000};
    /// Fails where fewer than `stallBytes` a second arrive for this long; 0: never.
    std::chrono::seconds stallTimeout{30};
    int stallBytes = 16;
    /// For the whole exchange; 0: as long as bytes flow.
    std::chrono::milliseconds totalTimeout{0};
    int maxRedirects = 5;
    /// Offers to take a compressed body. What comes compressed is unpacked in either case.
    bool compressed = false;
    /// The SHA-256 fingerprint, in hex digits with colons or without, of the only certificate that this server may
    /// show, whoever signed it and for whatever name; empty: one that this computer trusts. Not for the server that a
    /// redirect leads to.
    QByteArray fingerprint;
    /// Counts against the client's download limit.
    bool limited = false;
    /// On a connection of its own where HTTP/2 would share one.
    bool ownConnection = false;
    /// Only where its host has a place free for it at once; TooMany else.
    bool onlyIfFree = false;
};

/// The beginning of an answer: everything but its body.
struct HttpHead
{
    int status = 0;
    QUrl url; ///< where it came from, after redirects
    HttpHeaders headers;
    int version = 0; ///< of HTTP: 10, 11 or 20

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    /// Bytes of the body as sent; none where the server did not say, or said nonsense.
    [[nodiscard]] std::optional<qint64> contentLength() const;
    /// Whether the body is sent compressed: its length then says nothing about the bytes that come out.
    [[nodiscard]] bool encoded() const;
};

/// A whole answer that fits the memory.
struct HttpAnswer
{
    HttpHead head;
    QByteArray body;
};

/// The bytes that one answer to a Range request holds: `bytes first-last/total`.
struct ContentRange
{
    qint64 first = 0;
    qint64 last = 0;
    qint64 total = -1; ///< -1: the server does not know

    [[nodiscard]] static std::optional<ContentRange> parse(QByteArrayView value);
};

/// Seconds since 1970 of a date in any of the three forms that HTTP allows.
[[nodiscard]] std::optional<qint64> httpDate(const QByteArray &value);

/// The address without what may be a secret (user, password, query), for logs and messages.
[[nodiscard]] QString withoutSecrets(const QUrl &url);

} // namespace kinframe::transfer
