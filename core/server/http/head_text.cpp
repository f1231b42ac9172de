// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/head_text.h"

#include "base/clock.h"
#include "server/http/http_date.h"
#include "server/http/status.h"

#include <array>
#include <charconv>

namespace kinframe::http {
namespace {

void add(std::string &text, QByteArrayView part)
{
    text.append(part.data(), size_t(part.size()));
}

void add(std::string &text, qint64 number)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

const QByteArray &dateNow()
{
    thread_local qint64 second = -1;
    thread_local QByteArray text;
    const qint64 now = wallMs();
    if (now / 1000 != second) {
        second = now / 1000;
        text = httpDate(now);
    }
    return text;
}

void addLength(std::string &text, const WireReply &reply, const Head &head)
{
    const bool isBodyless = reply.status == 204 || reply.status == 304 || reply.status < 200;
    if (reply.length >= 0 && !isBodyless) {
        text += "\r\nContent-Length: ";
        add(text, reply.length);
    } else if (reply.length < 0 && head.minorVersion > 0) {
        text += "\r\nTransfer-Encoding: chunked";
    }
}

void addRate(std::string &text, const RateVerdict &rate)
{
    text += "\r\nX-RateLimit-Limit: ";
    add(text, rate.limit);
    text += "\r\nX-RateLimit-Remaining: ";
    add(text, rate.remaining);
    text += "\r\nX-RateLimit-Reset: ";
    add(text, rate.resetSeconds);
}

} // namespace

void writeHead(std::string &text, const WireReply &reply, const Head &head, bool keepAlive,
               const std::optional<RateVerdict> &rate)
{
    text = "HTTP/1.1 ";
    add(text, reply.status);
    text += ' ';
    add(text, reasonOf(reply.status));
    text += "\r\nDate: ";
    add(text, dateNow());
    for (int index = 0; index < reply.headers.size(); ++index) {
        text += "\r\n";
        add(text, reply.headers.nameAt(index));
        text += ": ";
        add(text, reply.headers.valueAt(index));
    }
    addLength(text, reply, head);
    if (!reply.headers.has("Cache-Control")) {
        text += "\r\nCache-Control: no-store";
    }
    text += "\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer";
    if (rate) {
        addRate(text, *rate);
    }
    if (!keepAlive) {
        text += "\r\nConnection: close";
    } else if (head.minorVersion == 0) {
        text += "\r\nConnection: keep-alive";
    }
    text += "\r\n\r\n";
}

} // namespace kinframe::http
