// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/web_socket_handshake.h"

#include "server/http/header_value.h"

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

bool names(QByteArrayView header, QByteArrayView wanted)
{
    for (const QByteArrayView element : listElements(header)) {
        if (equalsIgnoringCase(element, wanted)) {
            return true;
        }
    }
    return false;
}

bool isKey(QByteArrayView key)
{
    constexpr qsizetype keyBytes = 16;
    const auto decoded = QByteArray::fromBase64Encoding(key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == keyBytes;
}

} // namespace

std::optional<Refusal> checkWebSocketHandshake(const Head &head)
{
    Refusal refusal;
    const Headers &headers = head.headers;
    if (!names(headers.value("Upgrade"), "websocket") || !names(headers.value("Connection"), "upgrade") ||
        trimmed(headers.value("Sec-WebSocket-Version")) != "13" || head.minorVersion == 0) {
        refusal.status = 426;
        refusal.error = {ErrorCode::Unsupported,
                         {{u"value"_s, u"a plain request"_s}, {u"expected"_s, u"WebSocket, version 13"_s}},
                         {}};
        return refusal;
    }
    const QByteArrayView key = trimmed(headers.value("Sec-WebSocket-Key"));
    if (head.method != "GET" || head.hasBody() || headers.count("Sec-WebSocket-Key") != 1 || !isKey(key)) {
        refusal.status = 400;
        refusal.error = {ErrorCode::InvalidArgument,
                         {{u"field"_s, u"Sec-WebSocket-Key"_s},
                          {u"value"_s, QString::fromLatin1(key.first(std::min<qsizetype>(key.size(), 80)))},
                          {u"expected"_s, u"16 bytes in base64"_s}},
                         {}};
        return refusal;
    }
    return std::nullopt;
}

QByteArray webSocketHandshake(const Head &head)
{
    return "GET /events HTTP/1.1\r\nHost: " + trimmed(head.headers.value("Host")).toByteArray() +
           "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " +
           trimmed(head.headers.value("Sec-WebSocket-Key")).toByteArray() + "\r\n\r\n";
}

} // namespace kinframe::http
