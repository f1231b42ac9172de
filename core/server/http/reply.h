// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/headers.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace kinframe::http {

/// How long a client may keep a file that it got.
enum class CachePolicy {
    NoStore,
    Revalidate, ///< keeps it, but asks each time whether it changed
    Immutable,  ///< the address always names the same bytes
};

/// A file as the body. The gate sees to ranges (one or several), If-Range, conditions, HEAD and the length.
struct FileBody
{
    QString path = {};
    QByteArray contentType = "application/octet-stream";
    QByteArray etag = {}; ///< with its quotes, see strongEtag(); empty: none
    std::optional<qint64> modifiedMs = {};
    CachePolicy cache = CachePolicy::Revalidate;
    QString downloadName = {};            ///< empty: no Content-Disposition
    bool isInline = false;                ///< shown by a browser rather than saved
    std::shared_ptr<void> keepAlive = {}; ///< lives until the last byte is out, for example a lease on the file
};

/// What a handler answers. A value; the gate adds the length, the date and what every reply carries.
class Reply
{
public:
    /// Gives the next piece (some 16 to 256 KB are best), an empty one at the end. Called from one thread at a time,
    /// the handler's kind of thread; a failure breaks the connection, so that the client sees that the body is not
    /// whole.
    using Pull = std::function<Result<QByteArray>()>;

    struct Stream
    {
        Pull pull;
        bool mayGzip = true; ///< where the client asks for it and the content type gets smaller by it
        qint64 length = -1;  ///< of all pieces together, where it is known; such a body is sent as it is
    };
    using Body = std::variant<std::monostate, QByteArray, FileBody, Stream>;

    /// Without a body.
    explicit Reply(int status = 204);

    /// An object or an array as compact JSON; other values as they are.
    [[nodiscard]] static Reply json(const QJsonValue &value, int status = 200);
    /// JSON that is written already.
    [[nodiscard]] static Reply jsonBytes(QByteArray json, int status = 200);
    [[nodiscard]] static Reply bytes(QByteArray body, const QByteArray &contentType, int status = 200);
    [[nodiscard]] static Reply text(const QString &text, int status = 200);
    [[nodiscard]] static Reply file(FileBody body);
    [[nodiscard]] static Reply stream(Pull pull, const QByteArray &contentType, int status = 200);
    /// As stream(), of so many bytes: the client is told of them, so that it sees how far it is.
    [[nodiscard]] static Reply sizedStream(Pull pull, qint64 length, const QByteArray &contentType);
    [[nodiscard]] static Reply redirect(const QByteArray &location, int status = 302);

    /// Replaces the header; add() keeps what is there (Set-Cookie). Control characters in a value become spaces, so
    /// that a value cannot begin another header; a name that is no token is left out. Content-Length,
    /// Transfer-Encoding, Connection and Date are the gate's and are left out too.
    Reply &set(QByteArrayView name, QByteArrayView value);
    Reply &add(QByteArrayView name, QByteArrayView value);
    /// Lets conditions of the request (If-None-Match) be answered for bytes and JSON too. With its quotes.
    Reply &setEtag(QByteArrayView etag) { return set("ETag", etag); }

    [[nodiscard]] int status() const { return m_status; }
    void setStatus(int status) { m_status = status; }
    [[nodiscard]] const Headers &headers() const { return m_headers; }
    [[nodiscard]] Headers takeHeaders() { return std::exchange(m_headers, {}); }
    [[nodiscard]] const Body &body() const { return m_body; }
    [[nodiscard]] Body takeBody() { return std::exchange(m_body, std::monostate()); }
    /// The bytes of a body that has them already; for tests.
    [[nodiscard]] QByteArray bodyBytes() const;

private:
    int m_status;
    Headers m_headers;
    Body m_body;
};

} // namespace kinframe::http
